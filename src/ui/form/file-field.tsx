import { formatNumber } from '../../kernel/format.ts'
import type { Language } from '../../kernel/language.ts'
import { text } from '../text.ts'
import { type FieldBase, fieldParts, Shell } from './shell.tsx'

type FileProps = FieldBase & {
  /** What the reader may choose, in words: « PDF ou image ». */
  kinds: string
  /** For the browser's dialogue: '.pdf,image/*'. */
  accept?: string | undefined
  /** Bytes. */
  most: number
  many?: boolean | undefined
  /** The file that is there already. */
  kept?: string | undefined
}

const sizeOf = (bytes: number, language: Language) => {
  const unit = language === 'fr' ? ['ko', 'Mo'] : ['kB', 'MB']
  return bytes < 1_000_000
    ? `${formatNumber(Math.round(bytes / 1000), language)} ${unit[0]}`
    : `${formatNumber(Math.round(bytes / 100_000) / 10, language)} ${unit[1]}`
}

/** A file to send: its kinds and size are said before, not after. The form needs `multipart`. */
export function FileField(props: FileProps) {
  const { page, name, kinds, accept, most, many, kept, optional } = props
  const t = text(page.language)
  const help = (
    <>
      {props.help} {t('fileRules', { kinds, size: sizeOf(most, page.language) })}
      {kept && ` ${t('fileKept', { name: kept })}`}
    </>
  )
  const field = { ...props, help }
  const { id, error, aria } = fieldParts(field)
  return (
    <Shell field={field} id={id} error={error}>
      <input
        id={id}
        name={name}
        type="file"
        class="file-input"
        accept={accept}
        multiple={many}
        required={!optional && !kept}
        {...aria}
      />
    </Shell>
  )
}
