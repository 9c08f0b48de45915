import { createHash } from 'node:crypto'

/** What is kept of a secret that is shown once. 256 random bits need no slow hash. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
