/** Counts the characters of the text area it holds. */
export class CharCount extends HTMLElement {
  connectedCallback() {
    this.addEventListener('input', this)
    this.handleEvent()
  }
  handleEvent() {
    const [area, words] = [this.querySelector('textarea'), this.querySelector('p')]
    if (!area || !words) return
    const used = area.value.length
    words.textContent = (this.dataset.words ?? '').replace('{used}', String(used))
    this.classList.toggle('is-over', used > Number(this.dataset.most))
  }
}
customElements.define('char-count', CharCount)
