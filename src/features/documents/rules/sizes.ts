import { formatNumber } from '../../../kernel/format.ts'
import type { Language } from '../../../kernel/language.ts'

const units = { fr: ['octets', 'ko', 'Mo', 'Go', 'To'], en: ['bytes', 'kB', 'MB', 'GB', 'TB'] } as const

/** 2_400_000 -> « 2,4 Mo », in the units of the SI. */
export function formatBytes(bytes: number, language: Language): string {
  const step = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  const shown = step === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10
  return `${formatNumber(shown, language)}\u00a0${units[language][step]}`
}
