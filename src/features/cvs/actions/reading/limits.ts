/** What a CV may be: the longest real ones have forty pages and a few megabytes of pictures. */
export const limits = {
  bytes: 10_000_000,
  pages: 60,
  /** Of text; the recogniser reads no more. */
  characters: 300_000,
  /** Of a DOCX or ODT, unpacked. */
  unpacked: 60_000_000,
  ratio: 200,
  entries: 2000,
  seconds: 15,
  heapMegabytes: 256,
} as const
