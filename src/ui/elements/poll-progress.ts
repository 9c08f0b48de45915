type Answer = { done: number; total: number; finished?: boolean }
const rhythm = 2000

/** Asks how far long work is, and loads the page again when it is finished. */
export class PollProgress extends HTMLElement {
  #timer = 0
  connectedCallback() {
    this.#timer = window.setInterval(() => this.#ask(), rhythm)
  }
  disconnectedCallback() {
    clearInterval(this.#timer)
  }
  async #answer(): Promise<Answer | null> {
    const headers = { accept: 'application/json' }
    const response = await fetch(this.dataset.src ?? '', { headers }).catch(() => null)
    return response?.ok ? response.json().catch(() => null) : null
  }
  async #ask() {
    const answer = await this.#answer()
    if (!answer) return // the next beat may succeed
    const { done, total, finished } = answer
    const bar = this.querySelector('progress')
    const words = this.querySelector('[data-words]')
    if (bar) Object.assign(bar, { max: Math.max(total, 1), value: done })
    if (words)
      words.textContent = (this.dataset.template ?? '')
        .replace('{done}', String(done))
        .replace('{total}', String(total))
    if (finished) location.reload()
  }
}
customElements.define('poll-progress', PollProgress)
