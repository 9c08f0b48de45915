/** Changes the theme at once and tells the server, which without JavaScript does both. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.addEventListener('submit', this)
  }
  handleEvent(event: Event) {
    event.preventDefault()
    event.stopPropagation()
    const { submitter } = event as SubmitEvent
    const form = this.querySelector('form')
    if (!form || !(submitter instanceof HTMLButtonElement)) return
    document.documentElement.dataset.theme = submitter.value
    fetch(form.action, { method: 'POST', body: new FormData(form, submitter), redirect: 'manual' })
    this.querySelector<HTMLElement>(`button:not([value=${submitter.value}])`)?.focus()
  }
}
customElements.define('theme-switch', ThemeSwitch)

/** Turbo keeps the html element from page to page but not its theme: what the server says of a new page counts. */
document.addEventListener('turbo:before-render', (event) => {
  const { newBody } = (event as CustomEvent<{ newBody: HTMLElement }>).detail
  const theme = newBody.parentElement?.dataset.theme
  if (theme) document.documentElement.dataset.theme = theme
})
