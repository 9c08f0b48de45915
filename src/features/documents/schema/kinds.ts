/** What a file can be here. Everything else is refused, whatever its name says. */
const known = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'], family: 'text' },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    family: 'text',
  },
  odt: { mime: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], family: 'text' },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    family: 'table',
  },
  ods: { mime: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'], family: 'table' },
  pptx: {
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
    family: 'slides',
  },
  odp: { mime: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp'], family: 'slides' },
  png: { mime: 'image/png', extensions: ['png'], family: 'picture' },
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], family: 'picture' },
  webp: { mime: 'image/webp', extensions: ['webp'], family: 'picture' },
  gif: { mime: 'image/gif', extensions: ['gif'], family: 'picture' },
  svg: { mime: 'image/svg+xml', extensions: ['svg'], family: 'picture' },
  mp4: { mime: 'video/mp4', extensions: ['mp4', 'm4v'], family: 'film' },
  webm: { mime: 'video/webm', extensions: ['webm'], family: 'film' },
  mp3: { mime: 'audio/mpeg', extensions: ['mp3'], family: 'sound' },
  txt: { mime: 'text/plain; charset=utf-8', extensions: ['txt', 'md', 'text', 'log', 'ics', 'srt'], family: 'text' },
  csv: { mime: 'text/csv; charset=utf-8', extensions: ['csv', 'tsv'], family: 'table' },
  json: { mime: 'application/json', extensions: ['json', 'jsonld'], family: 'data' },
  xml: { mime: 'application/xml', extensions: ['xml'], family: 'data' },
} as const satisfies Record<string, { mime: string; extensions: readonly string[]; family: string }>

export type FileKind = keyof typeof known
export type FileFamily = (typeof known)[FileKind]['family']
export const fileKinds = Object.keys(known) as FileKind[]
export const isFileKind = (text: string): text is FileKind => Object.hasOwn(known, text)
export const mimeOf = (kind: FileKind): string => known[kind].mime
export const familyOf = (kind: FileKind): FileFamily => known[kind].family
/** The usual one first. */
export const extensionsOf = (kind: FileKind): readonly string[] => known[kind].extensions
/** Which kind a name promises, if it is one of ours. */
export const promisedKind = (name: string): FileKind | null =>
  fileKinds.find((kind) => extensionsOf(kind).includes(extensionOf(name))) ?? null

/** What stands after the last dot, lower case: 'cv.PDF' -> 'pdf'. */
export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** For the `accept` of a file field: '.pdf,.docx'. */
export const acceptedNames = (kinds: readonly FileKind[]): string =>
  kinds.flatMap((kind) => extensionsOf(kind).map((extension) => `.${extension}`)).join(',')
