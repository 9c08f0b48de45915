import type { Language } from '../../../kernel/language.ts'
import type { Change, HistoryEntry as Entry } from '../../../ui/history.tsx'
import type { HistoryEntry } from '../queries/course.ts'
import { text as history } from '../text/history.ts'
import { text as words } from '../text/pages.ts'
import { levelName, rhythmName } from './pieces.tsx'

function said(field: string, value: unknown, language: Language): string | null {
  if (value === null || value === undefined || value === '') return null
  const t = words(language) as (key: string) => string
  if (field === 'state') return t(`state-${value}`)
  if (field === 'level') return levelName(value as 3, language)
  if (field === 'rhythms') return rhythmName(value as never, language)
  if (field === 'costCents') return String(Number(value) / 100)
  if (Array.isArray(value)) return value.join(', ') || null
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(' / ') || null
  const written = String(value)
  return written.length > 160 ? `${written.slice(0, 159)}…` : written
}
/** Columns that the program keeps in step have no label: they say nothing that their causes do not. */
function changesOf({ changes }: HistoryEntry, language: Language): Change[] {
  const t = history(language) as (key: string) => string
  return Object.entries(changes).flatMap(([field, [before, after]]) => {
    const last = field.split('.').at(-1) ?? field
    const key = `field-${last}`
    const label = t(key)
    const [from, to] = [said(last, before, language), said(last, after, language)]
    return label === key || (from === null && to === null) ? [] : [{ label, before: from, after: to }]
  })
}
function sentenceOf({ action, note }: HistoryEntry, language: Language): string {
  const t = history(language)
  const sentence = (t as (key: string) => string)(action)
  const known = sentence === action ? t('other') : sentence
  return note?.reason ? t('because', { sentence: known, reason: String(note.reason) }) : known
}

/** The journal of a course, in words. */
export const historyInWords = (entries: readonly HistoryEntry[], language: Language): Entry[] =>
  entries.map((entry) => ({
    at: entry.at,
    who: entry.actorName ?? history(language)(entry.actorKind === 'system' ? 'system' : 'somebody'),
    sentence: sentenceOf(entry, language),
    changes: changesOf(entry, language),
  }))
