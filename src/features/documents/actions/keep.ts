import type { Step } from '../../../db/action.ts'
import type { Row } from '../../../db/reader.ts'
import { putObject } from '../../../db/storage/objects.ts'
import { addDays, type Day, dayOf } from '../../../kernel/days.ts'
import { Invalid } from '../../../kernel/errors.ts'
import { inspect } from '../rules/inspect.ts'
import { safeName } from '../rules/names.ts'
import type { Purpose } from '../rules/purposes.ts'
import { refusalOf, tooLarge } from '../rules/refusal.ts'
import { thumbnailOf } from '../rules/thumbnail.ts'
import type { FileKind } from '../schema/kinds.ts'
import { document } from '../tables.ts'

export type Document = Row<typeof document>
type Within = Pick<Step<unknown, object>, 'tx' | 'language' | 'now'>
export type GivenFile = {
  readonly file: File | { readonly name: string; readonly bytes: Buffer }
  readonly purpose: Purpose
  /** Null: the cluster's own. */
  readonly ownerId: string | null
  /** When the purpose's own term does not fit. */
  readonly keepUntil?: Day | null
  /** The form's field, for the sentence about it. */
  readonly field?: string
}

const sizeOf = (file: GivenFile['file']) => (file instanceof File ? file.size : file.bytes.length)
const contentOf = async (file: GivenFile['file']) =>
  file instanceof File ? Buffer.from(await file.arrayBuffer()) : file.bytes

/** Looks at the file whole; throws Invalid (422) with one sentence when it is not taken for this purpose. */
async function accepted({ file, purpose, field = 'file' }: GivenFile, { language }: Within) {
  const wrong = (sentence: string) => new Invalid({ [field]: sentence })
  const large = tooLarge(sizeOf(file), purpose, language)
  if (large) throw wrong(large)
  const bytes = await contentOf(file)
  const found = await inspect(bytes, file.name)
  const refusal = refusalOf(found, purpose, language)
  if (refusal) throw wrong(refusal)
  return { bytes, kind: found.kind as FileKind }
}

/**
 * Keeps a file within a deed: checked by its content, its name made safe, its bytes in the storage before the row commits.
 * When the storage fails, StorageFailed: the form comes again with 503 and a sentence, and nothing has happened.
 * `run: (step) => keepFile(step, { file, purpose, ownerId })`. The feature that calls it keeps the id.
 */
export async function keepFile(step: Within, given: GivenFile): Promise<Document> {
  const { purpose, ownerId, keepUntil } = given
  const { tx, now } = step
  const { bytes, kind } = await accepted(given, step)
  const small = await thumbnailOf(kind, bytes)
  const { key: sha256 } = await putObject(tx, bytes)
  const until = purpose.keepDays === null ? null : addDays(dayOf(now), purpose.keepDays)
  return tx.insert(document, {
    ownerId,
    name: safeName(given.file.name, kind),
    kind,
    bytes: bytes.length,
    sha256,
    purpose: purpose.key,
    keepUntil: keepUntil === undefined ? until : keepUntil,
    createdAt: now,
    thumbnail: small && (await putObject(tx, small)).key,
  })
}
