import type { Language } from '../../../kernel/language.ts'
import type { Change, HistoryEntry as Entry } from '../../../ui/history.tsx'
import type { HistoryEntry } from '../queries/organisation.ts'
import { text as directory } from '../text/directory.ts'
import { text as form } from '../text/form.ts'
import { text } from '../text/history.ts'

/** Columns that are kept in step by the program: they say nothing that their causes do not. */
const silent = new Set([
  'changedAt',
  'createdAt',
  'places',
  'slug',
  'logoHash',
  'organisationId',
  'mergedInto',
  'proposedBy',
])

function fieldLabel(field: string, language: Language): string | null {
  const words = directory(language) as (key: string) => string
  const questions = form(language) as (key: string) => string
  const [table, ...rest] = field.split('.')
  const last = rest.at(-1) ?? field
  if (silent.has(last)) return null
  const labels: Record<string, string> = {
    kind: words('kind'),
    legalName: words('legalName'),
    siren: words('siren'),
    website: words('website'),
    email: words('email'),
    phone: words('phone'),
    city: words('city'),
    people: words('headCounts'),
    year: words('year'),
    state: questions('state'),
    visibility: questions('visibility'),
    departments: words('place'),
  }
  const label = labels[last] ?? questions(last)
  return rest.length > 0 && table === 'organisation_establishment' ? `${words('establishments')} – ${label}` : label
}

function saidOf(field: string, value: unknown, language: Language): string | null {
  const words = directory(language) as (key: string) => string
  if (value === null || value === undefined || value === '') return null
  if (field === 'kind' || field === 'state') return words(`${field}-${value}`)
  if (Array.isArray(value)) return value.join(', ') || null
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([key, one]) => (field === 'visibility' ? `${words(key)} : ${words(`visibility-${one}`)}` : String(one)))
        .join(' / ') || null
    )
  const written = String(value)
  return written.length > 160 ? `${written.slice(0, 159)}…` : written
}

function changesOf({ changes }: HistoryEntry, language: Language): Change[] {
  return Object.entries(changes).flatMap(([field, [before, after]]) => {
    const label = fieldLabel(field, language)
    if (label === null) return []
    const last = field.split('.').at(-1) ?? field
    const [from, to] = [saidOf(last, before, language), saidOf(last, after, language)]
    // Both empty: a field whose values the journal does not keep, or one that a new record left empty.
    const isKept = last === 'email' || last === 'phone'
    if (from === null && to === null) return isKept ? [{ label, before: null, after: text(language)('changed') }] : []
    return [{ label, before: from, after: to }]
  })
}

function sentenceOf({ action, note }: HistoryEntry, language: Language): string {
  const t = text(language)
  const sentence = (t as (key: string) => string)(action)
  const said = sentence === action ? t('other') : sentence
  if (!note) return said
  const { reason, ...rest } = note
  if (reason) return t('because', { sentence: said, reason })
  const values = Object.values(rest).join(', ')
  return values ? t('values', { sentence: said, values }) : said
}

/** The journal of a record, in words. */
export const historyInWords = (entries: readonly HistoryEntry[], language: Language): Entry[] =>
  entries.map((entry) => ({
    at: entry.at,
    who: entry.actorName ?? text(language)(entry.actorKind === 'system' ? 'system' : 'somebody'),
    sentence: sentenceOf(entry, language),
    changes: changesOf(entry, language),
  }))
