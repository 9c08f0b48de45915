import { action } from '../../../db/action.ts'
import type { Tx } from '../../../db/writer.ts'
import { Refused } from '../../../kernel/errors.ts'
import type { Language } from '../../../kernel/language.ts'
import { addContent } from '../../talents/actions/add.ts'
import { alive } from '../../talents/actions/renew.ts'
import { type Addition, type Content, most } from '../../talents/schema/content.ts'
import {
  achievement,
  education,
  experience,
  language as languageTable,
  link,
  profile,
  talentSkill,
} from '../../talents/tables.ts'
import * as policy from '../policy.ts'
import { holderOf, type ProfileRow } from '../queries/own.ts'
import { vocabulary } from '../queries/words.ts'
import type { Holder } from '../rules/holder.ts'
import type { RowList } from '../rules/lenses.ts'
import { type ListMerge, mergeList, rowLists } from '../rules/merge.ts'
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

type Within = { readonly tx: Tx; readonly holder: Holder }
type Merges = { readonly [List in RowList]: ListMerge }

/** What the file adds to each list; refused where a list would be too long. */
function mergesOf(holder: Holder, content: Content, language: Language): Merges {
  const merges = rowLists.map((list) => [list, mergeList(holder, list, content[list] as never)] as const)
  for (const [list, { add }] of merges)
    if (holder[list].length + add.length > most[list]) throw new Refused(refusalText(language)('profileFull'))
  return Object.fromEntries(merges) as Merges
}
/** Gaps of rows that were there. Answers how many rows. */
async function fillGaps({ tx }: Within, merges: Merges): Promise<number> {
  let filled = 0
  for (const list of rowLists)
    for (const { id, changes } of merges[list].fill) {
      await tx.update(tables[list] as typeof link, { id }, changes as object)
      filled++
    }
  return filled
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

/** Occupations that the profile does not name yet, as many as it has room for. */
function freshOccupations({ occupations }: Holder, content: Content, more: readonly string[]): Content['occupations'] {
  const fresh = (relation: 'held' | 'sought', wanted: readonly string[]) => {
    const there = occupations.filter((one) => one.relation === relation).map(({ occupationId }) => occupationId)
    const room = Math.max(0, most.occupations - there.length)
    return [...new Set(wanted)].filter((id) => !there.includes(id)).slice(0, room)
  }
  return {
    held: fresh('held', [...content.occupations.held, ...more]),
    sought: fresh('sought', content.occupations.sought),
  }
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
    const merges = mergesOf(holder, content, language)
    const completed = await fillGaps({ tx, holder }, merges)
    const occupations = freshOccupations(holder, content, chosen.occupations.filter(words.isOccupation))
    const lists = Object.fromEntries(rowLists.map((list) => [list, merges[list].add]))
    await addContent({ tx, actor, subject: row, now, language }, { ...lists, occupations, heading: {} } as Addition)
    await alive(tx, row, now, { ...headingChanges(row, content, chosen), ...wishChanges(row, content) })
    const rows = rowLists.reduce((sum, list) => sum + merges[list].add.length, 0)
    const added = rows + occupations.held.length + occupations.sought.length
    await tx.remove(cvImport, subject)
    note({ added, completed })
    return { id: subject.id, added, completed }
  },
})
