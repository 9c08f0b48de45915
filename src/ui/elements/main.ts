import '../style.css'
// Pages name these two; being imported here puts them among the built files.
import '../card.png?url&no-inline'
import '../mark.svg?url&no-inline'
import { config } from '@hotwired/turbo'
import './auto-press.ts'
import './char-count.ts'
import './combo-box.ts'
import './copy-button.ts'
import './drop-menu.ts'
import './key-shortcuts.ts'
import './live-preview.ts'
import './live-search.ts'
import './map-view.ts'
import './page-contents.ts'
import './poll-progress.ts'
import './repeat-rows.ts'
import './show-password.ts'
import './theme-switch.ts'

config.drive.progressBarDelay = 300

/** Elements that few pages have are fetched when one is on the page. */
const rare: Readonly<Record<string, () => Promise<unknown>>> = { 'passkey-button': () => import('./passkey-button.ts') }
const fetchRare = () => {
  for (const [name, fetched] of Object.entries(rare)) if (document.querySelector(name)) void fetched()
}
document.addEventListener('turbo:load', fetchRare)
document.addEventListener('turbo:render', fetchRare)

/** A frame whose answer is another page (signed out meanwhile, an error): show that page instead of a hole. */
document.addEventListener('turbo:frame-missing', (event) => {
  const { detail } = event as CustomEvent<{ response: Response; visit: (response: Response) => void }>
  event.preventDefault()
  detail.visit(detail.response)
})

/** Links of an error summary lead into the field, not only to it. */
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.form-summary a')
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!field) return
  event.preventDefault()
  field.focus()
  field.scrollIntoView({ block: 'center' })
})
