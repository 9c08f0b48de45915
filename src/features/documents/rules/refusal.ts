import { formatList, formatNumber } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import type { FileKind } from '../schema/kinds.ts'
import { kindText } from '../text/kinds.ts'
import { refusalText } from '../text/refusals.ts'
import type { Inspected } from './inspect.ts'
import type { Purpose } from './purposes.ts'
import { formatBytes } from './sizes.ts'

export const kindName = (kind: FileKind, language: Language): string => kindText(language)(kind)
const listed = ({ kinds }: Purpose, language: Language) =>
  formatList(
    kinds.map((kind) => kindName(kind, language)),
    language,
  )

export function tooLarge(bytes: number, { mostBytes }: Purpose, language: Language): string | null {
  if (bytes <= mostBytes) return null
  const t = refusalText(language)
  const [size, most] = [formatBytes(bytes, language), formatBytes(mostBytes, language)]
  // « 2 Mo, et 2 Mo au plus » would help nobody.
  const exact = t('bytes', { count: bytes, shown: formatNumber(bytes, language) })
  return t('tooLarge', { size: size === most ? exact : size, most })
}

/** The sentence for a file that is not taken for this purpose; null when it is. */
export function refusalOf(found: Inspected, purpose: Purpose, language: Language): string | null {
  const t = refusalText(language)
  const kinds = listed(purpose, language)
  const kind = found.kind ? kindName(found.kind, language) : ''
  if ('problem' in found) {
    if (found.problem === 'unknown' || found.problem === 'program') return t(found.problem, { kinds })
    return found.problem === 'mismatch' ? t('mismatch', { kind }) : t(found.problem)
  }
  return purpose.kinds.includes(found.kind) ? null : t('notHere', { kind, kinds })
}
