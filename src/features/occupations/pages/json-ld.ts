import type { Page } from '../../../ui/page.ts'
import type { Sheet, SkillLine } from '../queries/sheet.ts'
import { listIn, titleIn, wordingOf } from '../rules/titles.ts'

type Shown = {
  readonly page: Page
  readonly sheet: Sheet
  readonly lines: readonly SkillLine[]
  readonly aliases: readonly { readonly label: string }[]
}
/** https://schema.org/Occupation, with what search engines read of it. */
export function jsonLdOf({ page, sheet, lines, aliases }: Shown): object {
  const { language } = page
  const path = page.href(`/occupations/${sheet.slug}`)
  const named = (kinds: readonly string[]) =>
    lines.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => wordingOf(label, language))
  const codes = sheet.origin === 'rome' ? [sheet.code ?? ''] : sheet.romeCodes
  const missions = listIn(sheet.missions, language)?.items ?? []
  return {
    '@context': 'https://schema.org',
    '@type': 'Occupation',
    '@id': page.origin + path,
    url: page.origin + path,
    name: titleIn(sheet, language).text,
    alternateName: aliases.slice(0, 30).map(({ label }) => label),
    description: wordingOf(sheet.summary, language) || undefined,
    responsibilities: missions.length > 0 ? missions : undefined,
    skills: named(['know-how', 'knowledge', 'tool', 'behaviour']).slice(0, 60),
    inLanguage: language,
    occupationalCategory: [
      ...codes.map((code) => ({
        '@type': 'CategoryCode',
        codeValue: code,
        inCodeSet: { '@type': 'CategoryCodeSet', name: 'ROME 4.0' },
      })),
      ...(sheet.isco
        ? [
            {
              '@type': 'CategoryCode',
              codeValue: sheet.isco,
              inCodeSet: { '@type': 'CategoryCodeSet', name: 'ISCO-08' },
            },
          ]
        : []),
    ],
    sameAs: sheet.escoUri ?? (sheet.origin === 'esco' ? sheet.code : undefined) ?? undefined,
  }
}
