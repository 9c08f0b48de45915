import { Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import type { TableFile } from '../../../web/table-file.ts'
import { text } from '../text/import.ts'

/** What a text looks like that was read with the wrong letters: « dÃ©cor », or the sign for « unreadable ». */
const garbled = /\ufffd|Ã[\u0080-\u00bf©¨ªàâ]|[\u0080-\u009f]/u

/**
 * Refuses a file that was cut short or read with the wrong letters, with its name, line and reason. Only the last line
 * tells that a file was cut: others may leave out empty cells at their end.
 */
export function refuseBroken({ header, lines }: TableFile, file: string, language: Language): void {
  const t = text(language)
  const spoilt = [{ line: 1, cells: header }, ...lines].find(({ cells }) => cells.some((cell) => garbled.test(cell)))
  if (spoilt) {
    const value = (spoilt.cells.find((cell) => garbled.test(cell)) ?? '').slice(0, 40)
    throw new Invalid({ file: t('badEncoding', { file, line: spoilt.line, value }) })
  }
  const last = lines.at(-1)
  const isUsual = lines.slice(0, -1).every(({ cells }) => cells.length >= header.length)
  if (last && lines.length > 1 && isUsual && last.cells.length < header.length)
    throw new Invalid({
      file: t('truncated', { file, line: last.line, count: last.cells.length, expected: header.length }),
    })
}
