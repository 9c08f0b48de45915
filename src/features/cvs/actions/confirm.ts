import type { PgTable } from 'drizzle-orm/pg-core'
import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { linked } from '../../talents/actions/parts.ts'
import { alive } from '../../talents/actions/renew.ts'
import { type Content, most } from '../../talents/schema/content.ts'
import {
  achievement,
  education,
  experience,
  language as languageTable,
  link,
  profile,
  talentOccupation,
  talentSkill,
} from '../../talents/tables.ts'
import * as policy from '../policy.ts'
import { holderOf, type ProfileRow } from '../queries/own.ts'
import { vocabulary } from '../queries/words.ts'
import type { Holder } from '../rules/holder.ts'
import type { RowList } from '../rules/lenses.ts'
import { mergeList, rowLists } from '../rules/merge.ts'
import { contentOfTaken, type Taken, taken } from '../rules/proposals.ts'
import { confirmInput } from '../schema/cv.ts'
import { cvImport } from '../tables.ts'
import { refusalText } from '../text/refusals.ts'
import { lockImport } from './imports.ts'

const tables = {
  experiences: experience,
  education,
  achievements: achievement,
  skills: talentSkill,
  languages: languageTable,
  links: link,
} as const

type Within = { readonly tx: Tx; readonly actor: Actor; readonly language: Language; readonly holder: Holder }
type Counts = { added: number; completed: number }

/** One list: new rows behind those that are there, gaps of known rows filled. */
async function writeList(
  { tx, language, holder }: Within,
  row: ProfileRow,
  list: RowList,
  content: Content,
): Promise<Counts> {
  const { add, fill } = mergeList(holder, list, content[list] as never)
  const there = holder[list] as readonly { readonly position?: number }[]
  if (there.length + add.length > most[list]) throw new Refused(refusalText(language)('profileFull'))
  const table = tables[list] as typeof link
  for (const { id, changes } of fill) await tx.update(table, { id }, changes as object)
  const from = Math.max(-1, ...there.map(({ position = 0 }) => position)) + 1
  const rows: object[] = []
  for (const [at, one] of add.entries()) {
    const ready = 'organisationName' in one ? await linked(tx, one) : one
    rows.push({ ...ready, profileId: row.id, position: from + at })
  }
  if (rows.length > 0) await tx.insertAll(table as PgTable, rows as never)
  return { added: add.length, completed: fill.length }
}

/** The head: what is empty is filled; what the profile says otherwise changes only where the person ticked it. */
function headingChanges(row: ProfileRow, { heading }: Content, { resume }: Taken): Partial<ProfileRow> {
  const basics = resume.basics ?? {}
  const told: (keyof typeof heading)[] = [
    ...('label' in basics ? (['headline'] as const) : []),
    ...('summary' in basics ? (['summary'] as const) : []),
    ...('email' in basics ? (['email'] as const) : []),
    ...('phone' in basics ? (['phone'] as const) : []),
    ...('location' in basics ? (['city', 'country'] as const) : []),
    // What only our own files say of the head.
    ...('passerelle' in basics ? (['department'] as const) : []),
  ]
  const { extra, ...said } = heading
  const changes = Object.fromEntries(
    told.filter((field) => said[field as never] !== '').map((field) => [field, said[field as never]]),
  )
  return { ...changes, extra: { ...extra, ...row.extra } }
}

/** Where one would work and what one looks for, from our own files: only where the profile says nothing yet. */
function wishChanges(row: ProfileRow, { mobility, wishes }: Content): Partial<ProfileRow> {
  const isSaid =
    row.mobility.towns.length + row.mobility.departments.length > 0 ||
    row.mobility.remote ||
    row.mobility.wholeRegion ||
    row.mobility.radiusKm !== null
  return {
    ...(isSaid ? {} : { mobility }),
    ...(row.availableOn === null && wishes.availableOn ? { availableOn: wishes.availableOn } : {}),
    ...(row.workKinds.length === 0 ? { workKinds: [...wishes.workKinds] } : {}),
  }
}

async function writeOccupations({ tx, holder }: Within, row: ProfileRow, content: Content, more: readonly string[]) {
  const wanted = { held: [...content.occupations.held, ...more], sought: content.occupations.sought }
  const rows = (['held', 'sought'] as const).flatMap((relation) => {
    const there = holder.occupations.filter((one) => one.relation === relation).map(({ occupationId }) => occupationId)
    const fresh = [...new Set(wanted[relation])]
      .filter((id) => !there.includes(id))
      .slice(0, Math.max(0, most.occupations - there.length))
    return fresh.map((occupationId, at) => ({ profileId: row.id, occupationId, relation, position: there.length + at }))
  })
  if (rows.length > 0) await tx.insertAll(talentOccupation, rows, 'skip')
  return rows.length
}

const ownIds = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) =>
        key === 'organisationId' && typeof one === 'string' ? [one] : ownIds(one),
      )
    : []

/** Writes what the person has taken into their profile, which opens, hidden, when they have none. Then the import is forgotten. */
export const confirmImport = action({
  name: 'cvs.confirm-import',
  about: cvImport,
  input: confirmInput,
  load: (tx, actor, { id }) => lockImport(tx, actor, id),
  allow: policy.keep,
  async run({ tx, actor, now, language, input, subject, note }) {
    await tx.lock(policy.ownProfile(actor))
    const holder = await holderOf(tx, actor.id ?? '')
    if (!holder) throw new Error('an account without a row')
    const chosen = taken(subject.proposals, input.items)
    const words = await vocabulary(tx, language, { organisations: ownIds(chosen.resume), held: holder.skills })
    const content = contentOfTaken(chosen, holder.person, words)
    const row =
      holder.row ??
      (await tx.insert(profile, { userId: actor.id ?? '', consentedAt: now, createdAt: now, changedAt: now }))
    const within = { tx, actor, language, holder }
    let [added, completed] = [0, 0]
    for (const list of rowLists) {
      const counts = await writeList(within, row, list, content)
      added += counts.added
      completed += counts.completed
    }
    added += await writeOccupations(within, row, content, chosen.occupations.filter(words.isOccupation))
    await alive(tx, row, now, { ...headingChanges(row, content, chosen), ...wishChanges(row, content) })
    await tx.remove(cvImport, subject)
    note({ added, completed })
    return { id: subject.id, added, completed }
  },
})
