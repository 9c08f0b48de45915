import { inArray, sql } from 'drizzle-orm'
import { storageOf } from '../../../db/storage/attached.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { PersonalData } from '../../../web/personal.ts'
import * as policy from '../policy.ts'
import { clusterPurposes } from '../rules/purposes.ts'
import { formatBytes } from '../rules/sizes.ts'
import { document } from '../tables.ts'
import { fileText } from '../text/files.ts'

const shortOf = (id: string) => id.slice(-6)
const isClusters = () => inArray(document.purpose, clusterPurposes())

/** What a person has given: the rows and the files themselves. */
export const documentsData: PersonalData = {
  key: 'documents',
  data: async (read, person) => ({
    files: (await read.rows(policy.ownDocuments(person), { orderBy: [document.id] })).map(
      ({ name, kind, bytes, purpose, keepUntil, createdAt, id }) => ({
        file: `${shortOf(id)}-${name}`,
        name,
        kind,
        bytes,
        purpose,
        keepUntil,
        givenAt: createdAt,
      }),
    ),
  }),
  files: async (read, person) =>
    (await read.rows(policy.ownDocuments(person), { orderBy: [document.id] })).map(({ id, name, sha256 }) => ({
      name: `${shortOf(id)}-${name}`,
      open: () => storageOf(read).get(sha256),
    })),
  consequences: async (read, person: Actor, language) => {
    const t = fileText(language)
    const count = (where: ReturnType<typeof isClusters>) =>
      read
        .select({ files: sql<number>`count(*)::int`, bytes: sql<number>`coalesce(sum(${document.bytes}), 0)::float8` })
        .from(policy.ownDocuments(person))
        .where(where)
    const [[own], [kept]] = await Promise.all([count(sql`not ${isClusters()}`), count(isClusters())])
    return [
      ...(own?.files ? [t('goes', { count: own.files, size: formatBytes(own.bytes, language) })] : []),
      ...(kept?.files ? [t('stays', { count: kept.files })] : []),
    ]
  },
  erase: async (tx, person) => {
    const own = policy.documentsOf(person)
    await tx.updateAll(own, isClusters(), { ownerId: null })
    await tx.removeAll(own)
  },
}
