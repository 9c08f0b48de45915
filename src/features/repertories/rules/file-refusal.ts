import { Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Refusal } from '../tables/vocabulary.ts'
import { importText } from '../text/import.ts'

/** A file that cannot be imported: which one, on which line (0: the file as a whole), and why. */
export class FileRefused extends Refused {
  readonly refusal: Refusal
  constructor(language: Language, refusal: Refusal) {
    const t = importText(language)
    super(refusal.line > 0 ? t('refusedAt', refusal) : t('refusedFile', refusal))
    this.refusal = refusal
  }
}
