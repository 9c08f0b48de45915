import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { z } from 'zod'

/** The kind of file that `backup` writes and `restore` reads: a zip that a person can open and read without this program. */
export const archiveFormat = 'passerelle-backup'
export const archiveVersion = 1
export const manifestName = 'manifest.json'
export const sealName = 'manifest.sha256'

const entry = z.object({ path: z.string(), bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export const manifestShape = z.object({
  format: z.literal(archiveFormat),
  version: z.literal(archiveVersion),
  madeAt: z.string(),
  program: z.string(),
  /** The newest migration of the database: `when` as in migrations/meta/_journal.json. */
  migration: z.object({ tag: z.string(), when: z.number() }),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  /** Of the key of sessions and second factors, so that a restore can tell whether it has the same. */
  secretSha256: z.string(),
  entries: z.array(entry),
})
export type Manifest = z.infer<typeof manifestShape>
export type ArchiveEntry = z.infer<typeof entry>

export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
/** As on a disk: 'files/ab/ab12…'. */
export const objectPath = (key: string) => `files/${key.slice(0, 2)}/${key}`
export const tablePath = (table: string) => `tables/${table}.csv`

/** A stream that passes everything on and tells at its end what passed. */
export function sealing(path: string, sealed: (entry: ArchiveEntry) => void): Transform {
  const hash = createHash('sha256')
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
    flush(done) {
      sealed({ path, bytes, sha256: hash.digest('hex') })
      done()
    },
  })
}

export const explanation = `Sauvegarde de Passerelle / Passerelle backup

Restore:   npm run passerelle -- restore <this file>
manifest.json      what is here, when it was made, by which version; SHA-256 of every file
tables/*.csv       one file per table, UTF-8, first line = names of the columns; an empty field is "no value"
files/             the uploaded files, each named by its SHA-256; tables/document.csv says what they are
secret             the key of sessions and second factors (when it was not given as SECRET)

Cette archive contient des données personnelles : gardez-la en lieu sûr.
This archive contains personal data: keep it safe.
`
