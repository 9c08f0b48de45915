import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Extracted } from './extract.ts'
import { limits } from './limits.ts'

/** Beside this file as it is written; beside the program, or above its pieces, when it is built (vite.config.ts). */
const place = ['./worker.ts', './cv-reader.js', '../cv-reader.js']
  .map((name) => new URL(name, import.meta.url))
  .find((url) => existsSync(url))

/** Files read at once; more wait their turn. */
const most = 2
let reading = 0
const waiting: (() => void)[] = []
async function turn<Value>(work: () => Promise<Value>): Promise<Value> {
  if (reading >= most) await new Promise<void>((go) => waiting.push(go))
  reading++
  try {
    return await work()
  } finally {
    reading--
    waiting.shift()?.()
  }
}

type Allowed = { readonly seconds?: number; readonly heapMegabytes?: number; readonly worker?: URL | undefined }
function inThread(bytes: Uint8Array, { seconds = limits.seconds, heapMegabytes, worker = place }: Allowed) {
  return new Promise<Extracted>((resolve) => {
    if (!worker) throw new Error('the program that reads files is missing')
    const thread = new Worker(worker, {
      workerData: { bytes },
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes ?? limits.heapMegabytes, stackSizeMb: 4 },
      // Nothing of the server is in reach of a stranger's file: no environment, no arguments, nothing on its console.
      env: {},
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    const end = (answer: Extracted) => {
      clearTimeout(alarm)
      void thread.terminate()
      resolve(answer)
    }
    const alarm = setTimeout(() => end({ kind: 'refused', reason: 'slow' }), seconds * 1000)
    thread.once('message', end)
    thread.once('error', (error: NodeJS.ErrnoException) =>
      end({ kind: 'refused', reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'heavy' : 'corrupt' }),
    )
    thread.once('exit', () => end({ kind: 'refused', reason: 'corrupt' }))
  })
}

/** What a file says, read in a thread with an end in time and memory. Nothing of it is ever written to disk. */
export const extractApart = (bytes: Uint8Array, allowed: Allowed = {}): Promise<Extracted> =>
  bytes.length > limits.bytes
    ? Promise.resolve({ kind: 'refused', reason: 'tooBig' })
    : turn(() => inThread(bytes, allowed))
