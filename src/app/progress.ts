import type { Progress } from './command.ts'

type Terminal = { readonly isTTY?: boolean; write(text: string): unknown }
const numbers = new Intl.NumberFormat('en-GB')

/** One line that counts on a terminal; elsewhere a line every five seconds, and one at the end. */
export function progressOn(
  terminal: Terminal,
  what: string,
  total?: number,
  clock = () => performance.now(),
): Progress {
  const state = { done: 0, shown: clock() }
  const line = () => `${what} ${numbers.format(state.done)}${total === undefined ? '' : ` / ${numbers.format(total)}`}`
  const pause = terminal.isTTY ? 100 : 5000
  return {
    add(count) {
      state.done += count
      if (clock() - state.shown < pause) return
      state.shown = clock()
      terminal.write(terminal.isTTY ? `\r\u001b[K${line()}` : `${line()}\n`)
    },
    done() {
      terminal.write(terminal.isTTY ? `\r\u001b[K${line()}\n` : `${line()}\n`)
    },
  }
}
