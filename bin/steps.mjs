// Runs programs, says how long they took, and shows what they said when they failed.
import { spawn } from 'node:child_process'

export const windows = process.platform === 'win32'
const isColoured = process.stderr.isTTY && !process.env.NO_COLOR
const paint = (code) => (text) => (isColoured ? `\u001b[${code}m${text}\u001b[0m` : text)
export const green = paint(32)
export const red = paint(31)
export const dim = paint(2)

/** Runs a program; resolves to what it said and whether it ended well. `show` passes its words on as they come. */
export function run(command, args, { show = false, ...more } = {}) {
  return new Promise((done) => {
    const out = show ? 'inherit' : 'pipe'
    const env = show && process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
    const child = spawn(command, args, { ...more, env, stdio: ['ignore', out, out] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (said += data))
    child.on('error', (error) => done({ ok: false, said: `${said}${error.message}\n` }))
    child.on('close', (code) => done({ ok: code === 0, said }))
  })
}

/** A named step: one line when it is done, and all that was said when it failed. */
export async function step(name, work) {
  const from = performance.now()
  const { ok, said = '' } = await work()
  const took = `${((performance.now() - from) / 1000).toFixed(1)} s`
  console.error(`${ok ? green('✓') : red('✗')} ${name} ${dim(took)}`)
  if (!ok && said.trim()) console.error(said.trimEnd())
  return ok
}
