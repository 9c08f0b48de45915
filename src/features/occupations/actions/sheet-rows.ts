import type { SheetContent } from '../tables/vocabulary.ts'

/** The columns of a sheet that its content fills. */
export const sheetColumns = (content: SheetContent) => ({
  masculine: content.title.fr.masculine,
  feminine: content.title.fr.feminine,
  english: content.title.en,
  sectors: content.sectors,
  family: content.family,
  summary: content.summary,
  missions: content.missions,
  conditions: content.conditions,
  prospects: content.prospects,
  romeCodes: content.rome,
  escoUri: content.esco || null,
  aliasWords: [...content.aliases.fr, ...content.aliases.en].join(' · '),
})
export const aliasRows = (occupationId: string, { aliases }: SheetContent) =>
  (['fr', 'en'] as const).flatMap((language) =>
    aliases[language].map((label, position) => ({ occupationId, language, label, position })),
  )
