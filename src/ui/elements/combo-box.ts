import { visit } from '@hotwired/turbo'

type Suggestion = { id: string; label: string; detail?: string }
const pause = 200
const most = 10

/** Suggestions under a text field, after the ARIA combobox pattern (listbox, focus stays in the field). */
export class ComboBox extends HTMLElement {
  #wait = 0
  #asked = 0
  #options: Suggestion[] = []
  #at = -1
  #list = document.createElement('ul')
  #status = document.createElement('p')

  get #input() {
    return this.querySelector<HTMLInputElement>('input:not([type=hidden])')
  }
  connectedCallback() {
    const input = this.#input
    if (!input) return
    this.#list.id = `${input.id}-list`
    this.#list.className = 'combo-list'
    this.#list.role = 'listbox'
    this.#list.hidden = true
    this.#list.ariaLabel = this.dataset.label ?? ''
    this.#status.className = 'sr-only'
    this.#status.role = 'status'
    // Turbo caches pages: what this element adds is added again when the page comes back.
    this.#list.dataset.turboTemporary = this.#status.dataset.turboTemporary = ''
    this.append(this.#list, this.#status)
    input.removeAttribute('list')
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-expanded', 'false')
    input.setAttribute('aria-controls', this.#list.id)
    for (const kind of ['input', 'keydown', 'focusout', 'pointerdown']) this.addEventListener(kind, this)
  }
  handleEvent(event: Event) {
    if (event instanceof KeyboardEvent) this.#key(event)
    else if (event.type === 'focusout') this.#close()
    else if (event.type === 'pointerdown') this.#point(event)
    else {
      this.#setId('')
      clearTimeout(this.#wait)
      this.#wait = window.setTimeout(() => this.#suggest(), pause)
    }
  }
  #point(event: Event) {
    const option = event.target instanceof Element && event.target.closest<HTMLElement>('[role=option]')
    if (!option) return
    event.preventDefault() // the field keeps the focus
    this.#choose(Number(option.dataset.index))
  }
  #key(event: KeyboardEvent) {
    const isOpen = !this.#list.hidden
    const last = this.#options.length - 1
    if (event.key === 'Escape' && isOpen) this.#close()
    else if (event.key === 'Enter' && isOpen && this.#at >= 0) this.#choose(this.#at)
    else if (event.key === 'ArrowDown' && isOpen) this.#mark(this.#at < last ? this.#at + 1 : 0)
    else if (event.key === 'ArrowDown') this.#suggest()
    else if (event.key === 'ArrowUp' && isOpen) this.#mark(this.#at > 0 ? this.#at - 1 : last)
    else return
    event.preventDefault()
  }
  async #suggest() {
    const q = this.#input?.value.trim() ?? ''
    const turn = ++this.#asked
    const found = this.dataset.source ? await this.#ask(q) : this.#known(q)
    if (turn !== this.#asked || document.activeElement !== this.#input) return
    this.#options = found.slice(0, most)
    this.#show()
  }
  async #ask(q: string): Promise<Suggestion[]> {
    if (!q) return []
    const address = new URL(this.dataset.source ?? '', location.href)
    address.searchParams.set('q', q)
    const response = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null)
    return response?.ok ? response.json() : []
  }
  #known(q: string): Suggestion[] {
    const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return [...this.querySelectorAll<HTMLOptionElement>('datalist option')]
      .map((option) => ({ id: option.dataset.id ?? '', label: option.value }))
      .filter(({ label }) => plain(label).includes(plain(q)))
  }
  #show() {
    this.#list.replaceChildren(...this.#options.map((one, index) => this.#row(one, index)))
    this.#list.hidden = this.#options.length === 0
    this.#input?.setAttribute('aria-expanded', String(!this.#list.hidden))
    this.#mark(-1)
    const { one = '', many = '', none = '' } = this.dataset
    const count = this.#options.length
    this.#status.textContent = count === 0 ? none : count === 1 ? one : many.replace('{count}', String(count))
  }
  #row({ label, detail }: Suggestion, index: number) {
    const row = document.createElement('li')
    row.role = 'option'
    row.id = `${this.#list.id}-${index}`
    row.dataset.index = String(index)
    row.append(label)
    if (detail) {
      const small = document.createElement('small')
      small.textContent = detail
      row.append(small)
    }
    return row
  }
  #mark(index: number) {
    this.#at = index
    const rows = [...this.#list.children]
    rows.forEach((row, place) => {
      row.setAttribute('aria-selected', String(place === index))
    })
    rows[index]?.scrollIntoView({ block: 'nearest' })
    if (rows[index]) this.#input?.setAttribute('aria-activedescendant', rows[index].id)
    else this.#input?.removeAttribute('aria-activedescendant')
  }
  #choose(index: number) {
    const chosen = this.#options[index]
    const input = this.#input
    if (!chosen || !input) return
    input.value = chosen.label
    this.#setId(chosen.id)
    this.#close()
    if (this.dataset.goes !== undefined) return visit(chosen.id)
    this.dispatchEvent(new CustomEvent('chosen', { bubbles: true, detail: chosen }))
  }
  #setId(id: string) {
    const field = this.querySelector<HTMLInputElement>('[data-id][type=hidden]')
    if (field) field.value = id
  }
  #close() {
    clearTimeout(this.#wait)
    this.#asked++
    this.#list.hidden = true
    this.#input?.setAttribute('aria-expanded', 'false')
    this.#input?.removeAttribute('aria-activedescendant')
  }
}
customElements.define('combo-box', ComboBox)
