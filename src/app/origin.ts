const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A write that another site's page made the browser send. Browsers say where a request comes from by Sec-Fetch-Site and
 * Origin; a client that sends neither has no cookies of ours to abuse unless it was given them.
 */
export function isForeignWrite(request: Request, origin: string): boolean {
  if (safe.has(request.method)) return false
  if (request.headers.has('authorization') && !request.headers.has('cookie')) return false
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return true
  const from = request.headers.get('origin')
  if (from !== null) return from !== origin && from !== new URL(request.url).origin
  return site === null && request.headers.has('cookie')
}
