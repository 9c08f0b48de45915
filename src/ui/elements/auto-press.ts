/**
 * Presses the button it holds, in the background, once its page is really before the reader (not when it is fetched ahead
 * or shown from memory), and hides it: « marquer comme lu ».
 */
export class AutoPress extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form || document.documentElement.hasAttribute('data-turbo-preview')) return
    this.hidden = true
    const failed = () => {
      this.hidden = false
    }
    fetch(form.action, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' }).then(
      (answer) => (answer.status >= 400 ? failed() : undefined),
      failed,
    )
  }
}
customElements.define('auto-press', AutoPress)
