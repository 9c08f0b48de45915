import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { action, nothing } from '../../../db/action.ts'
import type { Context } from '../../../db/context.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { Forbidden, Invalid } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import * as policy from '../policy.ts'
import { occupationTerms, skillTerms } from '../queries/words.ts'
import { resumeOfCandidate } from '../rules/europass-candidate.ts'
import { resumeOfPassport } from '../rules/europass-passport.ts'
import { proposalsOfReading, proposalsOfResume } from '../rules/proposals.ts'
import { readResume } from '../rules/read-resume.ts'
import { recognise } from '../rules/recognise.ts'
import { fileInput, oneCv } from '../schema/cv.ts'
import type { Proposals } from '../schema/proposal.ts'
import { cvImport } from '../tables.ts'
import { refusalText } from '../text/refusals.ts'
import { extractApart } from './reading/apart.ts'
import type { Extracted } from './reading/extract.ts'
import { limits } from './reading/limits.ts'

type Readable = Exclude<Extracted, { kind: 'refused' }>
type Found = Pick<typeof cvImport.$inferInsert, 'source' | 'language' | 'text'> & { proposals: Proposals }

/** A tree of JSON or XML as a resume: JSON Resume, or one of the two shapes of Europass. */
function structured({ tree, kind }: Extract<Readable, { tree: unknown }>) {
  const europass = resumeOfPassport(tree) ?? resumeOfCandidate(tree)
  // Europass writes what the standard does not allow too (an e-mail address without a domain).
  const read = readResume(europass ?? (kind === 'json' ? tree : null))
  return read && { ...read, source: europass ? ('europass' as const) : ('json-resume' as const) }
}

async function findIn(tx: Tx, extracted: Readable, language: Language): Promise<Found> {
  const refuse = (reason: 'notResume' | 'nothingFound') => new Invalid({ file: refusalText(language)(reason) })
  const skills = await skillTerms(tx)
  if ('tree' in extracted) {
    const found = structured(extracted)
    if (!found) throw refuse('notResume')
    return { source: found.source, language: null, text: '', proposals: proposalsOfResume(found, skills) }
  }
  const { kind, text } = extracted
  const reading = recognise(text, { skills, occupations: await occupationTerms(tx) })
  const proposals = proposalsOfReading(reading)
  if (proposals.list.length === 0) throw refuse('nothingFound')
  return { source: kind, language: reading.language, text, proposals }
}

const propose = action({
  name: 'cvs.import',
  about: cvImport,
  input: z.custom<Readable>(),
  load: nothing,
  allow: policy.have,
  async run({ tx, actor, now, language, input, note }) {
    const found = await findIn(tx, input, language)
    note({ source: found.source })
    await tx.removeAll(policy.importsOf(actor))
    return tx.insert(cvImport, { ...found, userId: actor.id ?? '', createdAt: now })
  },
})

async function bytesOf({ file }: z.output<typeof fileInput>, language: Language): Promise<Uint8Array> {
  const t = refusalText(language)
  if (file instanceof File && file.size > limits.bytes) throw new Invalid({ file: t('tooBig') })
  return file instanceof File
    ? new Uint8Array(await file.arrayBuffer())
    : new Uint8Array(Buffer.from(file.base64, 'base64'))
}

/**
 * Hands a CV in. Its text is taken out in a thread of its own before the deed begins, so that no transaction waits for a
 * stranger's file; then what was found is kept for the review, and the file is forgotten. One import waits at a time.
 */
export const importCv = Object.assign(
  async (context: Context, raw: unknown) => {
    const { actor, language } = context
    if (!policy.have(actor)) throw new Forbidden()
    const t = refusalText(language)
    const given = fileInput.safeParse(raw)
    if (!given.success) throw new Invalid({ file: t('fileMissing') })
    const extracted = await extractApart(await bytesOf(given.data, language))
    if (extracted.kind === 'refused') throw new Invalid({ file: t(extracted.reason) })
    return propose(context, extracted)
  },
  { action: propose.action, about: propose.about, allow: propose.allow, input: fileInput },
)

export const lockImport = (tx: Tx, actor: Actor, id: string) =>
  z.uuid().safeParse(id).success ? tx.lock(policy.importsOf(actor), eq(cvImport.id, id)) : Promise.resolve(null)

/** Sets an import aside: nothing of it has gone anywhere. */
export const dropImport = action({
  name: 'cvs.drop-import',
  about: cvImport,
  input: oneCv,
  load: (tx, actor, { id }) => lockImport(tx, actor, id),
  allow: policy.keep,
  async run({ tx, subject }) {
    await tx.remove(cvImport, subject)
    return { id: subject.id }
  },
})

const keptDays = 7
/** Imports that nobody has decided about for a week go. */
export const forgetImports = action({
  name: 'cvs.forget-imports',
  about: cvImport,
  input: z.object({}),
  load: nothing,
  allow: policy.tidy,
  async run({ tx, now, note }) {
    const gone = await tx.removeAll(policy.importsBefore(new Date(now.getTime() - keptDays * 86_400_000)), sql`true`)
    note({ gone })
    return {}
  },
})
