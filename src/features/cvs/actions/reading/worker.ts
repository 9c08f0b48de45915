/**
 * Takes the text out of a file, in a thread of its own: what a stranger's file does to a parser (no end, no memory) ends
 * with the thread. Imports only packages and its neighbours, so that it runs as it is and as a bundle.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { extract } from './extract.ts'

// Only where it was started as a thread: a program that merely looks at this file has nothing to read.
const given = workerData as { bytes?: Uint8Array } | null
if (given?.bytes) parentPort?.postMessage(await extract(given.bytes))
