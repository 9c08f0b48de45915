/** Reveals what was typed in a password field. */
export class ShowPassword extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button')
    if (!button) return
    button.hidden = false
    button.addEventListener('click', this)
  }
  handleEvent() {
    const [input, button] = [this.querySelector('input'), this.querySelector('button')]
    if (!input || !button) return
    const isShown = input.type === 'password'
    input.type = isShown ? 'text' : 'password'
    button.setAttribute('aria-pressed', String(isShown))
    const word = button.querySelector('span')
    if (word) word.textContent = (isShown ? this.dataset.hide : this.dataset.show) ?? ''
    input.focus()
  }
}
customElements.define('show-password', ShowPassword)
