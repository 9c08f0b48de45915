import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Language } from '../../../../kernel/language.ts'
import { FileRefused } from '../../rules/file-refusal.ts'
import { importText } from '../../text/import.ts'
import type { FileSet } from './files.ts'
import { openZip } from './zip.ts'

/** Where an import reads: a folder or an archive on disk (command line), or a file that somebody handed in. */
export type Source = { readonly path: string } | { readonly bytes: Uint8Array; readonly name: string }

async function folder(path: string): Promise<FileSet> {
  const entries = await readdir(path, { withFileTypes: true })
  return {
    // A link in the folder is the caller's own: the command line may gather files in this way.
    names: entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name),
    open: (name) => createReadStream(join(path, name)),
    close: () => {},
  }
}
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
const single = (name: string, bytes: Buffer): FileSet => ({
  names: [name],
  open: async function* () {
    yield bytes
  },
  close: () => {},
})

/** Opens a source; refuses what is not there, is no whole archive, or is dangerous to unpack. */
export async function openSource(source: Source, language: Language): Promise<FileSet> {
  if ('bytes' in source) {
    const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
    return isZip(bytes) ? openZip(bytes, source.name, language) : single(source.name, bytes)
  }
  const name = basename(source.path)
  const kind = await stat(source.path).catch(() => null)
  if (!kind) throw new FileRefused(language, { file: source.path, line: 0, reason: importText(language)('noSource') })
  if (kind.isDirectory()) return folder(source.path)
  return openSource({ bytes: await readFile(source.path), name }, language)
}
