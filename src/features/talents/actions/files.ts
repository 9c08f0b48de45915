import { z } from 'zod'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import { keepFile } from '../../documents/actions/keep.ts'
import * as policy from '../policy.ts'
import { portfolioFiles } from '../rules/files.ts'
import { filled } from '../schema/shapes.ts'
import { profile, talentFile } from '../tables.ts'
import { placeFor } from './parts.ts'
import { alive, lockOwn } from './renew.ts'

export const addFile = action({
  name: 'talents.add-file',
  about: profile,
  input: z.object({ title: filled(150), file: z.file() }),
  load: lockOwn,
  allow: policy.edit,
  async run({ tx, actor, subject, input, now, language }) {
    const position = await placeFor(tx, actor, 'file', language)
    const kept = await keepFile(
      { tx, language, now },
      { file: input.file, purpose: portfolioFiles, ownerId: subject.userId },
    )
    await tx.insert(talentFile, { profileId: subject.id, documentId: kept.id, title: input.title, position })
    return alive(tx, subject, now)
  },
})

/** The documents go, and with them the rows that name them; a job removes the bytes. */
export async function dropFiles(tx: Tx, profileId: string): Promise<void> {
  const rows = await tx.rows(policy.partsOf(talentFile, [profileId]))
  await tx.removeAll(policy.documentsNamed(rows.map(({ documentId }) => documentId)))
}
