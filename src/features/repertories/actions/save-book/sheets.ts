import { eq, sql } from 'drizzle-orm'
import { narrow } from '../../../../db/scope.ts'
import { system } from '../../../../kernel/actor.ts'
import { alias, occupation, occupationSkill } from '../../../occupations/tables.ts'
import * as policy from '../../policy.ts'
import type { BookSheet } from '../../rules/book.ts'
import { FileRefused } from '../../rules/file-refusal.ts'
import { importText } from '../../text/import.ts'

import { anyOf, clear, compare, idsByCode, inParts, newSlug, type Saving } from './rows.ts'

const sheetContent = ({ skills, ...sheet }: BookSheet) => [sheet, [...skills].sort()]

/** The sheets with their aliases and skills; answers their ids by code. */
export async function saveSheets(saving: Saving, skillIds: ReadonlyMap<string, string>) {
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
  await clear(tx, policy.allAliases(system), alias.occupationId, changed)
  await clear(tx, policy.sheetSkills(system), occupationSkill.occupationId, changed)
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
