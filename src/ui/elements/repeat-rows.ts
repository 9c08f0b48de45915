/** Adds and removes the rows of a repeated group. Numbers only grow: the server closes the gaps. */
export class RepeatRows extends HTMLElement {
  #next = 0
  connectedCallback() {
    const filled = Number(this.dataset.filled)
    // The empty rows are for readers without JavaScript; with it one is enough, and none when something is filled.
    this.#rows.slice(Math.max(filled, 1)).forEach((row) => {
      row.remove()
    })
    this.#next = this.#rows.length
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-add], [data-remove]')) button.hidden = false
    this.addEventListener('click', this)
    this.#number()
  }
  get #rows() {
    return [...this.querySelectorAll<HTMLElement>(':scope > ol > li')]
  }
  handleEvent(event: Event) {
    const button = event.target instanceof Element && event.target.closest('[data-add], [data-remove]')
    if (!button || button.closest('repeat-rows') !== this) return
    if (button.matches('[data-add]')) this.#add()
    else this.#remove(button.closest('li'))
    this.#number()
  }
  #add() {
    const html = this.querySelector('template')?.innerHTML ?? ''
    const copy = document.createElement('template')
    // Our own server's markup, in which only the place holder of the row's number changes.
    copy.innerHTML = html.replaceAll('__row__', String(this.#next++))
    for (const button of copy.content.querySelectorAll<HTMLButtonElement>('[data-remove]')) button.hidden = false
    this.querySelector(':scope > ol')?.append(copy.content)
    this.#rows.at(-1)?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }
  #remove(row: HTMLElement | null) {
    const near = (row?.previousElementSibling ?? row?.nextElementSibling)?.querySelector<HTMLElement>(
      'input, select, textarea',
    )
    row?.remove()
    const target = near ?? this.querySelector<HTMLElement>('[data-add]')
    target?.focus()
  }
  #number() {
    this.#rows.forEach((row, index) => {
      const number = row.querySelector('.row-title > span')
      if (number) number.textContent = String(index + 1)
    })
    const add = this.querySelector<HTMLButtonElement>('[data-add]')
    if (add) add.disabled = this.#rows.length >= Number(this.dataset.most)
  }
}
customElements.define('repeat-rows', RepeatRows)
