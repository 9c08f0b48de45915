/** Some files by their name, without folders. `close` once they have been read. */
export type FileSet = {
  readonly names: readonly string[]
  readonly open: (name: string) => AsyncIterable<Buffer>
  readonly close: () => void
}
