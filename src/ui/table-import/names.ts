import type { Language } from '../../kernel/language.ts'
import { text } from './text.ts'

const most = 5
/** « Studio Bleu, Forge et 3 autres »: records that stand in the way. */
export function namesInWords(names: readonly string[], language: Language): string {
  const shown = names.slice(0, most).join(', ')
  return names.length > most ? text(language)('andMore', { names: shown, count: names.length - most }) : shown
}
