/** What comes within this time is one wish: a terminal, npm and bin/run.mjs all pass on the same Ctrl-C. */
const oneWish = 500

/**
 * Resolves when the process is asked to stop: by a signal, or because the script that started it died (its channel closes).
 * A second wish ends the process at once; the embedded database then stays, and the next start finds it.
 */
export function stopWish(): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  let first: number | null = null
  const wish = (what: string) => {
    if (first !== null && performance.now() - first > oneWish) process.exit(130)
    first ??= performance.now()
    resolve(what)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => wish(signal))
  process.once('disconnect', () => wish('the end of the script that started it'))
  process.channel?.unref() // listening there would keep a stopped process alive
  return promise
}
