import type { Door, Page } from '../page.ts'
import { text } from '../text.ts'

/** The letter after `g` that opens a door: the first of its label that no earlier door has. */
export function doorLetters(doors: readonly Door[]): { letter: string; door: Door }[] {
  const taken = new Set<string>()
  return doors.flatMap((door) => {
    const letters = door.label.normalize('NFD').toLowerCase().match(/[a-z]/g) ?? []
    const letter = letters.find((one) => !taken.has(one))
    if (!letter) return []
    taken.add(letter)
    return [{ letter, door }]
  })
}

/** The list of keyboard shortcuts: a dialogue that « ? » opens. Without JavaScript there are no shortcuts, and it stays closed. */
export function Shortcuts({ page }: { page: Page }) {
  const t = text(page.language)
  return (
    <key-shortcuts>
      <dialog class="shortcuts" aria-labelledby="shortcuts-title">
        <h2 id="shortcuts-title">{t('shortcuts')}</h2>
        <dl>
          <div>
            <dt>
              <kbd>/</kbd>
            </dt>
            <dd>{t('keySearch')}</dd>
          </div>
          {doorLetters(page.doors).map(({ letter, door }) => (
            <div>
              <dt>
                <kbd>g</kbd> {t('andThen')} <kbd>{letter}</kbd>
              </dt>
              <dd>
                <a href={page.href(door.href)} data-letter={letter}>
                  {t('keyDoor', { label: door.label })}
                </a>
              </dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>?</kbd>
            </dt>
            <dd>{t('keyHelp')}</dd>
          </div>
        </dl>
        <form method="dialog">
          <button class="btn btn-plain" type="submit">
            {t('close')}
          </button>
        </form>
      </dialog>
    </key-shortcuts>
  )
}
