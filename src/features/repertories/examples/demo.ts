import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../../db/context.ts'
import { importSheets } from '../actions/import-sheets.ts'
import type { ImportSummary } from '../tables/vocabulary.ts'

type Part = { readonly folder: string /** E-mail of the account that keeps the sheets. */; readonly owner: string }

/** The feature's part of the demo: skills and sheets, through the importer that everybody uses. Days count from `context.now`. */
export async function loadOccupations(context: Context, { folder, owner }: Part): Promise<ImportSummary> {
  const files = readdirSync(join(folder, 'occupations')).filter((name) => name.endsWith('.yaml'))
  const text = files.map((name) => readFileSync(join(folder, 'occupations', name), 'utf8')).join('\n')
  const skills = readFileSync(join(folder, 'skills.yaml'))
  await loaded(importSheets(context, { bytes: skills, name: 'skills.yaml' }))
  const sheets = Buffer.from(text.replaceAll(/^( +owner:) staff$/gm, `$1 ${owner}`))
  return loaded(importSheets(context, { bytes: sheets, name: 'occupations.yaml' }))
}

/** The demo is complete or it is wrong. */
async function loaded(importing: Promise<ImportSummary>): Promise<ImportSummary> {
  const summary = await importing
  const [first] = summary.refusals
  if (first) throw new Error(`${first.file}, line ${first.line}: ${first.reason} (${summary.refused} refused)`)
  return summary
}
