import { isUtf8 } from 'node:buffer'

const lineFeed = 10
const longestLine = 1024 * 1024

/** Why bytes are no text, and on which line. `key` is one of the import's texts. */
export class BadText extends Error {
  readonly key: 'notUtf8' | 'notText' | 'lineTooLong' | 'cut'
  readonly line: number
  constructor(key: BadText['key'], line: number) {
    super(`${key} ${line}`)
    this.key = key
    this.line = line
  }
}

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) lines++
  return lines
}
/** The first line of a block, counted from 0, for which a question is answered yes. */
function firstLine(block: Buffer, is: (line: Buffer) => boolean): number {
  let from = 0
  for (let line = 0; ; line++) {
    const end = block.indexOf(lineFeed, from)
    if (end === -1 || is(block.subarray(from, end))) return line
    from = end + 1
  }
}
const hasNul = (bytes: Buffer) => bytes.includes(0)

function check(block: Buffer, line: number): void {
  if (hasNul(block)) throw new BadText('notText', line + firstLine(block, hasNul))
  if (!isUtf8(block)) throw new BadText('notUtf8', line + firstLine(block, (one) => !isUtf8(one)))
}

/**
 * The same bytes in blocks of whole lines, each known to be UTF-8 text. Official files end their last line: with `whole`,
 * a last line without an end means that the file was cut.
 */
export async function* checkedText(
  chunks: AsyncIterable<Buffer>,
  { whole }: { whole: boolean },
): AsyncGenerator<Buffer> {
  let line = 1
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    const end = bytes.lastIndexOf(lineFeed) + 1
    const block = bytes.subarray(0, end)
    check(block, line)
    line += countLines(block)
    rest = bytes.subarray(end)
    if (rest.length > longestLine) throw new BadText('lineTooLong', line)
    if (block.length > 0) yield block
  }
  check(rest, line)
  if (rest.length > 0 && whole) throw new BadText('cut', line)
  if (rest.length > 0) yield rest
}
export { longestLine }
