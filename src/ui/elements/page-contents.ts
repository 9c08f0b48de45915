/** Marks in the table of contents the section that is being read. */
export class PageContents extends HTMLElement {
  #watch: IntersectionObserver | undefined
  connectedCallback() {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a')]
    const mark = (id: string) => {
      for (const link of links)
        if (link.hash === `#${id}`) link.setAttribute('aria-current', 'true')
        else link.removeAttribute('aria-current')
    }
    this.#watch = new IntersectionObserver(
      (seen) => {
        const entered = seen.find((one) => one.isIntersecting)
        if (entered) mark(entered.target.id)
      },
      { rootMargin: '-10% 0px -75%' },
    )
    for (const link of links) {
      const section = document.getElementById(link.hash.slice(1))
      if (section) this.#watch.observe(section)
    }
  }
  disconnectedCallback() {
    this.#watch?.disconnect()
  }
}
customElements.define('page-contents', PageContents)
