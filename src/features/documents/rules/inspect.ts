import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { extensionOf, type FileKind, familyOf, fileKinds, mimeOf, promisedKind } from '../schema/kinds.ts'
import { archiveProblem } from './archive.ts'
import { isLivelySvg, isProgram, plainText } from './plain-text.ts'
import { pdfProblem } from './read-pdf.ts'

/** Why a file cannot be taken; each is a sentence in text.ts. */
export type FileProblem =
  | 'empty'
  | 'unknown'
  | 'program'
  | 'mismatch'
  | 'damaged'
  | 'bomb'
  | 'macros'
  | 'locked'
  | 'lively'
  | 'hugePicture'
export type Inspected = { readonly kind: FileKind } | { readonly problem: FileProblem; readonly kind?: FileKind }

/** 8,000 by 8,000: more than any camera of ours; a small file can hold a picture that fills the memory. */
const mostPixels = 64_000_000
const zipped = new Set<FileKind>(['docx', 'odt', 'xlsx', 'ods', 'pptx', 'odp'])
const programs =
  /^(exe|dll|msi|elf|macho|wasm|deb|rpm|apk|jar|class|swf|lnk|dmg|crx|xpi|cab|sh|bat|cmd|ps1|vbs|js|mjs|html?|php|scr|com)$/
const written: Readonly<Record<string, FileKind>> = {
  csv: 'csv',
  tsv: 'csv',
  json: 'json',
  jsonld: 'json',
  xml: 'xml',
  svg: 'svg',
}
const aliases: Readonly<Record<string, FileKind>> = { jpg: 'jpeg', m4v: 'mp4' }

/** The kind of binary content; null when nobody knows it. */
async function sniffed(bytes: Buffer): Promise<FileKind | 'program' | 'other' | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found || found.ext === 'xml') return null
  if (programs.test(found.ext)) return 'program'
  const kind = aliases[found.ext] ?? fileKinds.find((one) => one === found.ext)
  return kind ?? fileKinds.find((one) => mimeOf(one) === found.mime) ?? 'other'
}
const drawing = /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg\b|<svg[\s>])/i

/** The kind of text: the name decides which, within what the content can be. */
function textKind(bytes: Buffer, extension: string): FileKind | 'program' | null {
  const text = plainText(bytes)
  if (text === null) return null
  if (isProgram(text) || programs.test(extension)) return 'program'
  if (drawing.test(text)) return 'svg'
  const wished = written[extension]
  if (/^\s*<\?xml/.test(text)) return 'xml'
  if (wished === 'json' && !isJson(text)) return 'txt'
  return wished === 'svg' || wished === undefined ? 'txt' : wished
}
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

async function pictureProblem(bytes: Buffer): Promise<FileProblem | null> {
  try {
    const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > mostPixels) return 'hugePicture'
    await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).stats()
    return null
  } catch {
    return 'damaged'
  }
}
async function problemIn(kind: FileKind, bytes: Buffer): Promise<FileProblem | null> {
  if (zipped.has(kind)) return archiveProblem(bytes)
  if (kind === 'pdf') return pdfProblem(bytes)
  if (kind === 'svg') return isLivelySvg(plainText(bytes) ?? '') ? 'lively' : null
  return familyOf(kind) === 'picture' ? pictureProblem(bytes) : null
}

/** What a file really is, by its content; its name may not promise anything else. */
export async function inspect(bytes: Buffer, name: string): Promise<Inspected> {
  if (bytes.length === 0) return { problem: 'empty' }
  const extension = extensionOf(name)
  const kind = (await sniffed(bytes)) ?? textKind(bytes, extension)
  if (kind === 'program' || programs.test(extension)) return { problem: 'program' }
  if (kind === null || kind === 'other') return { problem: 'unknown' }
  const promised = promisedKind(name)
  if (promised && promised !== kind) return { problem: 'mismatch', kind }
  const problem = await problemIn(kind, bytes)
  return problem ? { problem, kind } : { kind }
}
