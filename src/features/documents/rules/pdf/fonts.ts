import cyrillic400 from '@fontsource/inter/files/inter-cyrillic-400-normal.woff?inline'
import cyrillic700 from '@fontsource/inter/files/inter-cyrillic-700-normal.woff?inline'
import greek400 from '@fontsource/inter/files/inter-greek-400-normal.woff?inline'
import greek700 from '@fontsource/inter/files/inter-greek-700-normal.woff?inline'
import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff?inline'
import latin700 from '@fontsource/inter/files/inter-latin-700-normal.woff?inline'
import latinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff?inline'
import latinExt700 from '@fontsource/inter/files/inter-latin-ext-700-normal.woff?inline'
import vietnamese400 from '@fontsource/inter/files/inter-vietnamese-400-normal.woff?inline'
import vietnamese700 from '@fontsource/inter/files/inter-vietnamese-700-normal.woff?inline'

export type Weight = 'regular' | 'bold'
/** One part of the face: the face comes in parts, so that a document only carries those it uses. */
export type FontPart = { readonly name: string; readonly bytes: Buffer }

const dataOf = (address: string) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
const part = (name: string, address: string): FontPart => {
  const made: { bytes?: Buffer } = {}
  return {
    name,
    get bytes() {
      made.bytes ??= dataOf(address)
      return made.bytes
    },
  }
}
/** In the order in which they are tried for a letter. */
export const fontParts: Readonly<Record<Weight, readonly FontPart[]>> = {
  regular: [
    part('latin-400', latin400),
    part('latin-ext-400', latinExt400),
    part('vietnamese-400', vietnamese400),
    part('greek-400', greek400),
    part('cyrillic-400', cyrillic400),
  ],
  bold: [
    part('latin-700', latin700),
    part('latin-ext-700', latinExt700),
    part('vietnamese-700', vietnamese700),
    part('greek-700', greek700),
    part('cyrillic-700', cyrillic700),
  ],
}
