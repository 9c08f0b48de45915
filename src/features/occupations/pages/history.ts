import { formatDay } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Change, HistoryEntry as Entry } from '../../../ui/history.tsx'
import type { HistoryEntry } from '../queries/history.ts'
import { historyText } from '../text/history.ts'
import { text } from '../text/pages.ts'
import { versionText } from '../text/versions.ts'

type Labels = ReadonlyMap<string, string>
type Words = (key: string) => string

/** The columns that say something to people. Skills and the words of each version are shown by the versions. */
function labelOf(field: string, language: Language): string | null {
  const [page, version] = [text(language), versionText(language)]
  const labels: Readonly<Record<string, string>> = {
    masculine: version('field-title.fr.masculine'),
    feminine: version('field-title.fr.feminine'),
    english: version('field-title.en'),
    aliasWords: page('aliases'),
    sectors: page('sectors'),
    family: page('family'),
    summary: page('description'),
    missions: page('missions'),
    conditions: page('conditions'),
    prospects: page('prospects'),
    romeCodes: version('field-rome'),
    escoUri: version('field-esco'),
    reviewedOn: page('reviewed'),
    versionNumber: page('versionFact'),
    state: historyText(language)('state'),
  }
  return labels[field] ?? null
}

const longest = 160
const cut = (written: string) => (written.length > longest ? `${written.slice(0, longest - 1)}…` : written)

/** A value of the journal in words; null is « nothing », which the first change of every field comes from. */
function saidOf(field: string, value: unknown, language: Language, sectors: Labels): string | null {
  const words = text(language) as Words
  if (value === null || value === undefined || value === '' || value === 0) return null
  if (field === 'family' || field === 'state') return words(`${field}-${value}`)
  if (field === 'reviewedOn') return formatDay(String(value), language)
  if (field === 'sectors') return (value as string[]).map((key) => sectors.get(key) ?? key).join(', ') || null
  const texts = typeof value === 'object' ? Object.values(value).flat().filter(Boolean) : [value]
  return texts.length > 0 ? cut(texts.join(' / ')) : null
}

function changesOf({ changes }: HistoryEntry, language: Language, sectors: Labels): Change[] {
  return Object.entries(changes).flatMap(([field, [old, fresh]]) => {
    const label = labelOf(field, language)
    if (label === null) return []
    // Values that the journal does not keep: that they changed is all there is to say.
    if (field === 'aliasWords') return [{ label, before: null, after: historyText(language)('changed') }]
    const [before, after] = [saidOf(field, old, language, sectors), saidOf(field, fresh, language, sectors)]
    return before === after ? [] : [{ label, before, after }]
  })
}

function sentenceOf(action: string, language: Language): string {
  const t = historyText(language)
  const sentence = (t as Words)(action)
  return sentence !== action ? sentence : t(/\.import-/.test(action) ? 'imported' : 'other')
}

/** The journal of a sheet, in words. */
export const historyInWords = (entries: readonly HistoryEntry[], language: Language, sectors: Labels): Entry[] =>
  entries.map((entry) => ({
    at: entry.at,
    who: entry.actorName ?? historyText(language)(entry.actorKind === 'system' ? 'system' : 'somebody'),
    sentence: sentenceOf(entry.action, language),
    changes: changesOf(entry, language, sectors),
  }))
