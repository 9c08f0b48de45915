import { extensionOf, extensionsOf, type FileKind } from '../schema/kinds.ts'

/** Signs that draw nothing or turn the order of others around (« cv‮fdp.exe » reads « cvexe.pdf »), and those no file system takes. */
const forbidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i
const longest = 120

/**
 * A name that can be shown, sent and saved anywhere: the last part of a path, without invisible or reserved signs, with an
 * extension that says what the file is.
 */
export function safeName(given: string, kind: FileKind): string {
  const last =
    given
      .normalize('NFC')
      .split(/[/\\]/)
      .findLast((part) => part.trim() !== '') ?? ''
  const clean = last.replace(forbidden, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  const extension = extensionOf(clean)
  const isRight = extensionsOf(kind).includes(extension)
  const stem = (isRight ? clean.slice(0, -extension.length - 1) : clean)
    .replace(/[. ]+$/, '')
    .slice(0, longest)
    .trim()
  const named = stem === '' || reserved.test(stem) ? `document${stem && ` ${stem}`}` : stem
  return `${named}.${isRight ? extension : extensionsOf(kind)[0]}`
}
