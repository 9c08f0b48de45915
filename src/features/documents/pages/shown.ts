import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import type { OwnFile } from '../queries/own-files.ts'
import { purposeNamed } from '../rules/purposes.ts'
import { extensionsOf, type FileFamily, familyOf } from '../schema/kinds.ts'
import { fileText } from '../text/files.ts'

const colours: Readonly<Record<FileFamily, string>> = {
  text: 'violet',
  table: 'green',
  slides: 'orange',
  picture: 'teal',
  film: 'carmine',
  sound: 'plum',
  data: 'slate',
}
export const labelOf = ({ kind }: Pick<OwnFile, 'kind'>) => (extensionsOf(kind)[0] ?? '').toUpperCase()
export const colourOf = ({ kind }: Pick<OwnFile, 'kind'>) => colours[familyOf(kind)]
export const thumbnailPath = ({ id, thumbnail }: Pick<OwnFile, 'id' | 'thumbnail'>) =>
  thumbnail ? `/documents/${id}/thumbnail` : null
export const purposeLabel = (key: string, language: Language) =>
  purposeNamed(key)?.label(language) ?? fileText(language)('otherPurpose')

/** Until when a file is kept, in words. */
export function keptWords({ keepUntil, purpose }: Pick<OwnFile, 'keepUntil' | 'purpose'>, language: Language): string {
  const t = fileText(language)
  if (keepUntil) return t('keepDay', { day: formatDay(keepUntil, language) })
  return t(purposeNamed(purpose)?.belongsTo === 'cluster' ? 'keepLongOther' : 'keepLong')
}
