import { Aside } from '../../../../ui/card.tsx'
import { Section } from '../../../../ui/record.tsx'
import { text } from '../../text/pages.ts'
import { Title } from '../pieces.tsx'
import type { SheetProps } from './props.ts'

/** Where this occupation is near to others: by shared skills, and by the official moves of ROME. */
export const Near = ({ page, neighbours, moves }: SheetProps) => {
  const t = text(page.language)
  return (
    <>
      {moves.length > 0 && (
        <Section id="moves" title={t('moves')}>
          <p class="help mb-3 print:hidden">{t('movesIntro')}</p>
          <ol class="grid gap-1.5">
            {moves.map((row) => (
              <li>
                <a href={page.href(`/occupations/${row.slug}`)}>
                  <Title page={page} sheet={row} />
                </a>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {neighbours.length > 0 && (
        <Section id="neighbours" title={t('neighbours')}>
          <p class="help mb-3 print:hidden">{t('neighboursIntro')}</p>
          <ul class="grid list-none gap-2 p-0 print:grid-cols-2 print:gap-1">
            {neighbours.map((row) => (
              <li>
                <a href={page.href(`/occupations/${row.slug}`)}>
                  <Title page={page} sheet={row} />
                </a>{' '}
                <span class="help">{t('sharedSkills', { count: row.shared })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Reference sheets of an own sheet (codes that are not imported are said as they are), own sheets of a reference one. */
export const Linked = ({ page, sheet, linked }: SheetProps) => {
  const t = text(page.language)
  const isOwn = sheet.origin === 'own'
  const missing = isOwn ? sheet.romeCodes.filter((code) => !linked.some((row) => row.code === code)) : []
  if (linked.length === 0 && missing.length === 0) return null
  return (
    <Aside title={t(isOwn ? 'references' : 'ownSheets')}>
      <ul class="grid list-none gap-2 p-0 print:grid-cols-2 print:gap-1">
        {linked.map((row) => (
          <li>
            <a href={page.href(`/occupations/${row.slug}`)}>
              <Title page={page} sheet={row} />
            </a>{' '}
            {isOwn && (
              <span class="help">{row.origin === 'rome' ? `ROME ${row.code}` : t(`origin-${row.origin}`)}</span>
            )}
          </li>
        ))}
        {missing.map((code) => (
          <li>
            ROME {code} <span class="help">{t('notImported')}</span>
          </li>
        ))}
      </ul>
    </Aside>
  )
}
