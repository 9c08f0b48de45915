const decoders = ['utf-8', 'windows-1252'] as const
// Tab, line feed, form feed and carriage return are text; other control characters are not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\x00-\x08\x0b\x0e-\x1f\x7f]/

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
/** The text of bytes that are one (UTF-8, UTF-16 with its mark, or what old French spreadsheets write); null for all others. */
export function plainText(bytes: Uint8Array): string | null {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const text = wide ? decoded(bytes, wide) : (decoded(bytes, decoders[0]) ?? decoded(bytes, decoders[1]))
  return text === null || control.test(text) ? null : text
}

/** Text that a machine would run or a browser would take for a page. */
export const isProgram = (text: string): boolean =>
  /^#!/.test(text) || /^\s*(<!doctype html|<html|<script|<\?php|@echo off)/i.test(text)

/** Whether an SVG does more than draw: scripts, handlers, other files, foreign content, entities. */
export const isLivelySvg = (text: string): boolean =>
  /<\s*(script|foreignObject|iframe|embed|object|handler|listener|use\s[^>]*href\s*=\s*["'](?!#))/i.test(text) ||
  /\son\w+\s*=/i.test(text) ||
  /<!entity|<!doctype[^>]*\[/i.test(text) ||
  /(href|src)\s*=\s*["']\s*(?!#|data:image\/(png|jpeg|webp);)/i.test(text) ||
  /javascript:|@import|url\s*\(\s*["']?(?!#)/i.test(text)
