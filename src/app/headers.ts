/** What a browser may do with our pages: only our own files, no inline script, no frame around us. */
export const contentPolicy = (nonce: string, devSources = '', pictureSources = '') =>
  [
    `default-src 'none'`,
    `script-src 'self' ${devSources}`.trim(),
    `style-src 'self' 'nonce-${nonce}' ${devSources}`.trim(),
    `connect-src 'self' ${devSources && 'ws:'}`.trim(),
    `img-src 'self' data: ${pictureSources}`.trim(),
    `media-src 'self'`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** Where the map's tiles come from: 'https://{s}.tiles.example/{z}' -> 'https://*.tiles.example'. */
export const tileSource = (tiles: string | undefined) =>
  tiles ? (/^https?:\/\/[^/]+/.exec(tiles)?.[0].replace('{s}', '*') ?? '') : ''

export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
}
/** Only where the site itself is reached by https: a browser remembers it for a year. */
export const strictTransport = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } as const
