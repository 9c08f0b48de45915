import { LinkButton } from '../../ui/button.tsx'
import { Aside } from '../../ui/card.tsx'
import { panel } from '../../web/slots.ts'
import { talentSlot } from '../talents/schema/slots.ts'
import { cvList, waitingImport } from './queries/cvs.ts'
import { importText } from './text/import.ts'
import { pageText } from './text/pages.ts'

/** As many as stand beside a profile; the others are one step away. */
const some = 5

/** Beside one's own profile: its CVs, and the ways to make one and to bring one in. */
const ofProfile = panel(talentSlot, async (read, page, { hasProfile }) => {
  const [cvs, waiting] = await Promise.all([cvList(read, page.actor, page.now), waitingImport(read, page.actor)])
  const t = pageText(page.language)
  const i = importText(page.language)
  return (
    <Aside title={t('cvs')}>
      <div class="stack">
        {cvs.length === 0 && <p class="help">{t(hasProfile ? 'noCvHow' : 'noProfileHow')}</p>}
        {(cvs.length > 0 || waiting) && (
          <ul class="stack">
            {cvs.slice(0, some).map(({ id, name }) => (
              <li>
                <a class="link" href={page.href(`/cv/${id}`)}>
                  {name}
                </a>
              </li>
            ))}
            {cvs.length > some && (
              <li>
                <a class="link" href={page.href('/cv')}>
                  {t('all', { count: cvs.length })}
                </a>
              </li>
            )}
            {waiting && (
              <li>
                <a class="link" href={page.href(`/cv/import/${waiting.id}`)}>
                  {i('waiting')}
                </a>
              </li>
            )}
          </ul>
        )}
        <div class="actions">
          {hasProfile && (
            <LinkButton page={page} href="/cv/new" icon="plus" small>
              {t('newCv')}
            </LinkButton>
          )}
          <LinkButton page={page} href="/cv/import" icon="upload" small>
            {i('import')}
          </LinkButton>
        </div>
      </div>
    </Aside>
  )
})

export const panels = [ofProfile]
