import type { Page } from '../../../../ui/page.ts'
import { Prose } from '../../../../ui/prose.tsx'
import { Section } from '../../../../ui/record.tsx'
import { listIn, wordingIn } from '../../rules/titles.ts'
import type { Worded } from '../../tables/vocabulary.ts'
import { text } from '../../text/pages.ts'
import { OtherLanguage } from '../pieces.tsx'
import type { SheetProps } from './props.ts'

type TextProps = { page: Page; id: string; title: string; wording: Worded }
export const TextSection = ({ page, id, title, wording }: TextProps) => {
  const found = wordingIn(wording, page.language)
  return found ? (
    <Section id={id} title={title}>
      <OtherLanguage page={page} wording={wording} />
      <Prose text={found.text} lang={found.lang === page.language ? undefined : found.lang} />
    </Section>
  ) : null
}

export const Missions = ({ page, sheet }: SheetProps) => {
  const found = listIn(sheet.missions, page.language)
  return found ? (
    <Section id="missions" title={text(page.language)('missions')}>
      <OtherLanguage page={page} wording={sheet.missions} />
      <div class="prose">
        <ul lang={found.lang === page.language ? undefined : found.lang}>
          {found.items.map((mission) => (
            <li>{mission}</li>
          ))}
        </ul>
      </div>
    </Section>
  ) : null
}

export const Aliases = ({ page, aliases }: SheetProps) => {
  const t = text(page.language)
  const order = page.language === 'fr' ? (['fr', 'en'] as const) : (['en', 'fr'] as const)
  return aliases.length === 0 ? null : (
    <Section id="aliases" title={t('aliases')}>
      {order.map((language) => {
        const labels = aliases.filter((one) => one.language === language).map(({ label }) => label)
        if (labels.length === 0) return null
        return (
          <>
            {language !== page.language && (
              <h3 class="mt-4 mb-2">{t(language === 'en' ? 'aliasesIn' : 'aliasesInFrench')}</h3>
            )}
            <ul
              class="grid list-none gap-x-6 gap-y-1 p-0 sm:grid-cols-2 print:grid-cols-3 print:gap-y-0"
              lang={language}
            >
              {labels.map((label) => (
                <li>{label}</li>
              ))}
            </ul>
          </>
        )
      })}
    </Section>
  )
}
