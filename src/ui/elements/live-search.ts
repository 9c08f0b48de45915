const pause = 250

/** Sends the filters it holds a moment after the last key or choice; the results stand in a frame, so focus and scroll stay. */
export class LiveSearch extends HTMLElement {
  #wait = 0
  connectedCallback() {
    for (const kind of ['input', 'formdata', 'turbo:submit-start', 'turbo:frame-render'])
      this.addEventListener(kind, this)
  }
  disconnectedCallback() {
    clearTimeout(this.#wait)
  }
  handleEvent(event: Event) {
    if (event.type === 'formdata') leaveOutEmpty((event as FormDataEvent).formData)
    else if (event.type === 'turbo:frame-render') this.#arrived(event)
    else if (event.type === 'turbo:submit-start') stayStill()
    else {
      clearTimeout(this.#wait)
      this.#wait = window.setTimeout(() => this.querySelector('form')?.requestSubmit(), pause)
    }
  }
  async #arrived(event: Event) {
    const count = this.querySelector('[data-count]')?.textContent ?? ''
    const status = this.querySelector(':scope > [role=status]')
    if (status) status.textContent = count
    const { detail } = event as CustomEvent<{ fetchResponse?: { responseHTML: Promise<string | undefined> } }>
    this.#refreshFacets((await detail.fetchResponse?.responseHTML) ?? '')
  }
  /** The counts beside the filters stand outside the frame: taken from the same answer. */
  #refreshFacets(html: string) {
    const answer = new DOMParser().parseFromString(html, 'text/html')
    const counts = new Map<string, string>()
    for (const one of answer.querySelectorAll<HTMLElement>('[data-facet]'))
      counts.set(one.dataset.facet ?? '', one.textContent ?? '')
    for (const one of this.querySelectorAll<HTMLElement>('[data-facet]'))
      one.textContent = counts.get(one.dataset.facet ?? '') ?? one.textContent
  }
}
/** A view transition halts the page, and with it the typing. Turbo puts the wish back with the next page. */
function stayStill() {
  document.head.querySelector('meta[name=view-transition]')?.remove()
}
/** Addresses without « sector=& ». */
function leaveOutEmpty(data: FormData) {
  for (const [name, value] of [...data])
    if (value === '') {
      const others = data.getAll(name).filter((one) => one !== '')
      data.delete(name)
      for (const one of others) data.append(name, one)
    }
}
customElements.define('live-search', LiveSearch)
