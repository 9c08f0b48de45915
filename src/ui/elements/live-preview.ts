const pause = 400

/** Posts the form it holds to `data-source` a moment after each change, and shows the answer in `[data-preview]`. Saves nothing. */
export class LivePreview extends HTMLElement {
  #wait = 0
  #asked = 0
  connectedCallback() {
    for (const kind of ['input', 'change']) this.addEventListener(kind, this)
  }
  disconnectedCallback() {
    clearTimeout(this.#wait)
  }
  handleEvent() {
    clearTimeout(this.#wait)
    this.#wait = window.setTimeout(() => this.#renew(), pause)
  }
  async #renew() {
    const form = this.querySelector('form')
    const shown = this.querySelector('[data-preview]')
    if (!form || !shown) return
    const asked = ++this.#asked
    const answer = await fetch(this.dataset.source ?? '', { method: 'POST', body: new FormData(form) }).catch(
      () => null,
    )
    // An older answer that comes late, or a form that is not whole yet: what is shown stays.
    if (!answer?.ok || asked !== this.#asked) return
    shown.innerHTML = await answer.text()
  }
}
customElements.define('live-preview', LivePreview)
