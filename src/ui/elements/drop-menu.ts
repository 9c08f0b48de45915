/** A menu made of <details>: closes when the reader goes elsewhere, and on Escape. */
export class DropMenu extends HTMLElement {
  get #details() {
    return this.querySelector('details')
  }
  connectedCallback() {
    document.addEventListener('click', this)
    this.addEventListener('keydown', this)
    this.addEventListener('focusout', this)
  }
  disconnectedCallback() {
    document.removeEventListener('click', this)
  }
  handleEvent(event: Event) {
    const details = this.#details
    if (!details?.open) return
    if (event instanceof KeyboardEvent) {
      if (event.key !== 'Escape') return
      details.open = false
      details.querySelector('summary')?.focus()
    } else if (event instanceof FocusEvent) {
      if (event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) details.open = false
    } else if (!this.contains(event.target as Node)) details.open = false
  }
}
customElements.define('drop-menu', DropMenu)
