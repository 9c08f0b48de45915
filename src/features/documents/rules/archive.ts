import yauzl from 'yauzl'

const mostEntries = 5_000
const mostUnpacked = 100_000_000
/** Deflate reaches 1,000 to 1; a text document rarely passes 20. Small files may do what they like. */
const mostRatio = 150
const small = 2_000_000

export type ArchiveProblem = 'bomb' | 'damaged' | 'macros'

const isBomb = (unpacked: number, packed: number) =>
  unpacked > mostUnpacked || (unpacked > small && unpacked > mostRatio * packed)
const holdsMacros = (name: string) => /vbaProject\.bin$|^Basic\//i.test(name)

/**
 * What is wrong with a zip; null when nothing is. Its directory is believed only as far as it announces too much: then all
 * parts are unpacked into nothing, for yauzl stops where one is larger than announced. What reads the file afterwards may trust it.
 */
export async function archiveProblem(bytes: Buffer): Promise<ArchiveProblem | null> {
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    const parts: yauzl.Entry[] = []
    for await (const entry of zip.eachEntry()) {
      parts.push(entry)
      if (parts.length > mostEntries) return 'bomb'
    }
    const announced = parts.reduce((sum, part) => sum + part.uncompressedSize, 0)
    if (isBomb(announced, bytes.length)) return 'bomb'
    for (const part of parts) for await (const _ of await zip.openReadStreamPromise(part));
    return parts.some(({ fileName }) => holdsMacros(fileName)) ? 'macros' : null
  } catch {
    return 'damaged'
  }
}
