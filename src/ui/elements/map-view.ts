/** Loads the map library only where there is a map, and only when it comes into sight. */
export class MapView extends HTMLElement {
  #watch: IntersectionObserver | undefined
  #leave: (() => void) | undefined
  connectedCallback() {
    this.#watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some((one) => one.isIntersecting)) return
        this.#watch?.disconnect()
        this.#draw()
      },
      { rootMargin: '200px' },
    )
    this.#watch.observe(this)
  }
  disconnectedCallback() {
    this.#watch?.disconnect()
    this.#leave?.()
    this.#leave = undefined
  }
  async #draw() {
    const message = this.querySelector('.map-message')
    if (message) message.textContent = this.dataset.loading ?? ''
    try {
      const { drawMap } = await import('./map/draw.ts')
      if (this.isConnected) this.#leave = await drawMap(this)
    } catch (error) {
      console.warn('map', error)
      if (message) message.textContent = this.dataset.failed ?? ''
    }
  }
}
customElements.define('map-view', MapView)
