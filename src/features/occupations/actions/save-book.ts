import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Scope } from '../../../db/scope.ts'
import { narrow } from '../../../db/scope.ts'
import type { Tx } from '../../../db/writer.ts'
import { type Actor, system } from '../../../kernel/actor.ts'
import type { Language } from '../../../kernel/language.ts'
import { freeSlug, slugOf } from '../../../kernel/slug.ts'
import * as policy from '../policy.ts'
import type { Book, BookSheet, BookSkill } from '../rules/book.ts'
import { FileRefused } from '../rules/file-refusal.ts'
import type { Progress } from '../rules/progress.ts'
import type { Counts, ImportSummary } from '../tables/vocabulary.ts'
import {
  alias,
  mobility,
  occupation,
  occupationGroup,
  occupationSkill,
  repertory,
  skill,
  skillBroader,
} from '../tables.ts'
import { importText } from '../text/import.ts'

type Saving = { tx: Tx; actor: Actor; book: Book; now: Date; language: Language; progress: Progress }
type Known = {
  readonly id: string
  readonly slug: string
  readonly code: string | null
  readonly checksum: string
  readonly gone: boolean
}

const checksumOf = (content: unknown) => createHash('sha1').update(JSON.stringify(content)).digest('base64')

/** What to write of one kind of record: the new, the changed, and those that the repertory does not have any more. */
function compare<Item extends { readonly code: string }>(
  items: Iterable<Item>,
  known: readonly Known[],
  content: (item: Item) => unknown,
) {
  const byCode = new Map(known.map((one) => [one.code, one]))
  const created: (Item & { checksum: string })[] = []
  const updated: (Item & { checksum: string; known: Known })[] = []
  let unchanged = 0
  for (const item of items) {
    const there = byCode.get(item.code)
    byCode.delete(item.code)
    const checksum = checksumOf(content(item))
    if (!there) created.push({ ...item, checksum })
    else if (there.checksum !== checksum || there.gone) updated.push({ ...item, checksum, known: there })
    else unchanged++
  }
  const withdrawn = [...byCode.values()].filter((one) => !one.gone)
  const counts: Counts = { created: created.length, updated: updated.length, unchanged, withdrawn: withdrawn.length }
  return { created, updated, withdrawn, counts }
}

const some = 5000
/** Many ids, a few thousand at a time: one array parameter each. */
async function inParts<Item>(items: readonly Item[], run: (part: readonly Item[]) => Promise<unknown>) {
  for (let from = 0; from < items.length; from += some) await run(items.slice(from, from + some))
}
const anyOf = (column: unknown, values: readonly string[]) => sql`${column} = any(${sql.param(values)}::uuid[])`
const clear = (tx: Tx, scope: Scope, column: unknown, ids: readonly string[]) =>
  inParts(ids, (part) => tx.removeAll(narrow(scope, anyOf(column, part))))

/**
 * Writes a checked repertory in sets: rows keep their ids and addresses, what did not change is not touched, what is gone
 * is archived. Two imports of one repertory wait for each other at its row.
 */
export async function saveBook(saving: Saving): Promise<ImportSummary> {
  const { tx, book, now, progress } = saving
  await tx.insertAll(repertory, [{ key: book.key }], 'skip')
  const row = await tx.lock(policy.repertoriesVisibleTo(system), eq(repertory.key, book.key))
  if (!row) throw new Error('the repertory is gone')
  await progress('comparing', 0)
  const skills = await saveSkills(saving)
  const sheets = await saveSheets(saving, skills.ids)
  await saveGroups(saving)
  await saveMoves(saving, sheets.ids)
  const summary: ImportSummary = {
    version: book.version,
    occupations: sheets.counts,
    skills: skills.counts,
    links: [...book.sheets.values()].reduce((sum, sheet) => sum + sheet.skills.size, 0),
    mobility: book.moves?.length ?? null,
    refusals: book.refusals.slice(0, 100),
    refused: book.refusals.length,
  }
  await tx.update(repertory, row, { version: book.version, importedAt: now, summary })
  return summary
}

async function saveSkills({ tx, book, now, progress }: Saving) {
  const origin = eq(skill.origin, book.key)
  const scope = narrow(policy.allSkills(system), origin)
  const knownFields = {
    id: skill.id,
    slug: skill.slug,
    code: skill.code,
    checksum: skill.checksum,
    gone: sql<boolean>`${skill.archivedAt} is not null`,
  }
  const plan = compare(book.skills.values(), await tx.select(knownFields).from(scope), (item: BookSkill) => item)
  const taken = new Set((await tx.select({ slug: skill.slug }).from(policy.allSkills(system))).map(({ slug }) => slug))
  const rowOf = (item: BookSkill & { checksum: string }, slug: string) => ({
    slug,
    origin: book.key,
    code: item.code,
    kind: item.kind,
    label: item.label,
    summary: item.summary,
    aliases: item.aliases,
    isGroup: item.isGroup,
    checksum: item.checksum,
    archivedAt: null,
    changedAt: now,
  })
  const rows = [
    ...plan.created.map((item) => rowOf(item, newSlug(`${item.label.fr || item.label.en}-${book.key}`, taken))),
    ...plan.updated.map((item) => rowOf(item, item.known.slug)),
  ]
  await progress('skills', rows.length)
  await tx.insertAll(skill, rows, {
    on: ['origin', 'code'],
    set: ['kind', 'label', 'summary', 'aliases', 'isGroup', 'checksum', 'archivedAt', 'changedAt'],
  })
  await inParts(plan.withdrawn, (part) =>
    tx.updateAll(
      narrow(
        scope,
        anyOf(
          skill.id,
          part.map(({ id }) => id),
        ),
      ),
      undefined,
      { archivedAt: now, changedAt: now },
    ),
  )
  const ids = await idsByCode(tx, scope, skill)
  const touched = [...plan.created, ...plan.updated]
  await clear(
    tx,
    policy.broaderSkills(),
    skillBroader.skillId,
    plan.updated.map((item) => item.known.id),
  )
  const broader = touched.flatMap(({ code, broader }) =>
    broader.map((one) => ({ skillId: ids.get(code) ?? '', broaderId: ids.get(one) ?? '' })),
  )
  await tx.insertAll(skillBroader, broader, 'skip')
  return { ids, counts: plan.counts }
}

const idsByCode = async (tx: Tx, scope: Scope, table: typeof skill | typeof occupation) =>
  new Map((await tx.select({ id: table.id, code: table.code }).from(scope)).map(({ id, code }) => [code ?? '', id]))

function newSlug(wished: string, taken: Set<string>): string {
  const slug = freeSlug(
    slugOf(wished.length > 76 ? `${wished.slice(0, 70)}-${wished.split('-').at(-1)}` : wished),
    taken,
  )
  taken.add(slug)
  return slug
}

const sheetContent = ({ skills, ...sheet }: BookSheet) => [sheet, [...skills].sort()]

async function saveSheets(saving: Saving, skillIds: ReadonlyMap<string, string>) {
  const { tx, book, now, progress } = saving
  const scope = narrow(policy.allSheets(system), eq(occupation.origin, book.key))
  const knownFields = {
    id: occupation.id,
    slug: occupation.slug,
    code: occupation.code,
    checksum: occupation.checksum,
    gone: sql<boolean>`${occupation.state} = 'archived'`,
  }
  const known = await tx.select(knownFields).from(scope)
  const plan = compare(book.sheets.values(), known, sheetContent)
  refuseGreatLoss(saving, plan.withdrawn.length, known.filter(({ gone }) => !gone).length)
  const taken = new Set(
    (await tx.select({ slug: occupation.slug }).from(policy.allSheets(system))).map(({ slug }) => slug),
  )
  const rows = [
    ...plan.created.map((item) =>
      sheetRow(saving, item, newSlug(`${item.masculine || item.english}-${book.key}`, taken)),
    ),
    ...plan.updated.map((item) => sheetRow(saving, item, item.known.slug)),
  ]
  await progress('sheets', rows.length)
  await tx.insertAll(occupation, rows, {
    on: ['origin', 'code'],
    set: [
      'state',
      'masculine',
      'feminine',
      'english',
      'summary',
      'conditions',
      'prospects',
      'isco',
      'groupCode',
      'aliasWords',
      'checksum',
      'changedAt',
    ],
  })
  await inParts(plan.withdrawn, (part) =>
    tx.updateAll(
      narrow(
        scope,
        anyOf(
          occupation.id,
          part.map(({ id }) => id),
        ),
      ),
      undefined,
      { state: 'archived', changedAt: now },
    ),
  )
  const ids = await idsByCode(tx, scope, occupation)
  await saveLinks(
    saving,
    [...plan.created, ...plan.updated],
    plan.updated.map((item) => item.known.id),
    ids,
    skillIds,
  )
  return { ids, counts: plan.counts }
}

/** A file cut between two lines can look whole: a version that drops a tenth of the sheets is not believed. */
function refuseGreatLoss({ book, language }: Saving, count: number, total: number) {
  if (count <= Math.max(5, total / 10)) return
  const reason = importText(language)('withdrawsTooMuch', { count, total })
  throw new FileRefused(language, { file: book.key.toUpperCase(), line: 0, reason })
}

const sheetRow = ({ book, now }: Saving, item: BookSheet & { checksum: string }, slug: string) => ({
  slug,
  origin: book.key,
  code: item.code,
  state: 'published' as const,
  masculine: item.masculine,
  feminine: item.feminine,
  english: item.english,
  summary: item.summary,
  conditions: item.conditions,
  prospects: item.prospects,
  isco: item.isco,
  groupCode: item.groupCode,
  aliasWords: [...new Set(item.aliases.map(({ label }) => label))].join(' · '),
  checksum: item.checksum,
  changedAt: now,
})

type Ids = ReadonlyMap<string, string>
async function saveLinks(
  { tx, progress }: Saving,
  sheets: readonly BookSheet[],
  changed: readonly string[],
  ids: Ids,
  skillIds: Ids,
) {
  await clear(tx, policy.aliasesVisibleTo(system), alias.occupationId, changed)
  await clear(tx, policy.sheetSkills(), occupationSkill.occupationId, changed)
  const aliases = sheets.flatMap(({ code, aliases }) =>
    aliases.map((one, position) => ({ ...one, position, occupationId: ids.get(code) ?? '' })),
  )
  const links = sheets.flatMap(({ code, skills }) =>
    [...skills].map(([one, essential], position) => ({
      occupationId: ids.get(code) ?? '',
      skillId: skillIds.get(one) ?? '',
      essential,
      position,
    })),
  )
  await progress('links', links.length)
  await tx.insertAll(alias, aliases)
  await tx.insertAll(occupationSkill, links)
}

async function saveGroups({ tx, book }: Saving) {
  const known = await tx
    .select({ code: occupationGroup.code, label: occupationGroup.label, parentCode: occupationGroup.parentCode })
    .from(policy.groups())
    .where(eq(occupationGroup.origin, book.key))
  const same = new Set(
    known.map(({ code, label, parentCode }) => JSON.stringify([code, label.fr, label.en, parentCode])),
  )
  const rows = [...book.groups.values()]
    .filter(({ code, label, parentCode }) => !same.has(JSON.stringify([code, label.fr, label.en, parentCode])))
    .map((group) => ({ ...group, origin: book.key }))
  await tx.insertAll(occupationGroup, rows, { on: ['origin', 'code'], set: ['label', 'parentCode'] })
}

/** The moves as a whole when they differ; without the file, those of before stay. */
async function saveMoves({ tx, book }: Saving, ids: ReadonlyMap<string, string>) {
  if (!book.moves) return
  const rows = book.moves.map(({ from, to, rank }) => ({ fromId: ids.get(from) ?? '', toId: ids.get(to) ?? '', rank }))
  const keyOf = (row: { fromId: string; toId: string; rank: number }) => `${row.fromId} ${row.toId} ${row.rank}`
  const known = new Set((await tx.rows(policy.moves())).map(keyOf))
  if (known.size === rows.length && rows.every((row) => known.has(keyOf(row)))) return
  await tx.removeAll(policy.moves())
  await tx.insertAll(mobility, rows, 'skip')
}
