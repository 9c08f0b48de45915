const patience = 1500
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** « / » goes to the search, « g » then a letter opens a door, « ? » lists all this. */
export class KeyShortcuts extends HTMLElement {
  #wentAt = Number.NEGATIVE_INFINITY
  connectedCallback() {
    document.addEventListener('keydown', this)
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-shortcuts]')) {
      button.hidden = false
      button.addEventListener('click', () => this.#dialog?.showModal())
    }
  }
  disconnectedCallback() {
    document.removeEventListener('keydown', this)
  }
  get #dialog() {
    return this.querySelector('dialog')
  }
  handleEvent(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
    if (event.key === '?') this.#dialog?.showModal()
    else if (event.key === '/') this.#search(event)
    else if (event.key === 'g') this.#wentAt = event.timeStamp
    else if (event.timeStamp - this.#wentAt < patience) this.#open(event.key)
  }
  #open(letter: string) {
    this.#wentAt = Number.NEGATIVE_INFINITY
    const door = [...this.querySelectorAll<HTMLAnchorElement>('[data-letter]')].find(
      (one) => one.dataset.letter === letter.toLowerCase(),
    )
    door?.click()
  }
  #search(event: KeyboardEvent) {
    const fields = [...document.querySelectorAll<HTMLInputElement>('[data-key-search], .site-search input')]
    const field = fields.find((one) => one.checkVisibility())
    if (!field) return
    event.preventDefault()
    field.focus()
    field.select()
  }
}
customElements.define('key-shortcuts', KeyShortcuts)
