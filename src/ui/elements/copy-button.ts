/** Copies the text of the field it holds. */
export class CopyButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    if (!button || !navigator.clipboard) return
    button.hidden = false
    button.addEventListener('click', this)
  }
  async handleEvent() {
    const input = this.querySelector('input')
    await navigator.clipboard.writeText(input?.value ?? '')
    const word = this.querySelector('button span')
    if (word) word.textContent = this.dataset.done ?? ''
  }
}
customElements.define('copy-button', CopyButton)
