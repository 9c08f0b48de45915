import type { Language } from '../../../kernel/language.ts'
import type { SkillLevel } from '../../talents/schema/vocabulary.ts'
import { nameKey } from './words.ts'

/** The words of the four levels, as they stand in a resume file. */
export const levelWords: Readonly<Record<Language, Readonly<Record<SkillLevel, string>>>> = {
  fr: { 1: 'Notions', 2: 'Pratique', 3: 'Maîtrise', 4: 'Expertise' },
  en: { 1: 'Notions', 2: 'Practice', 3: 'Mastery', 4: 'Expertise' },
}
const patterns: readonly [RegExp, SkillLevel][] = [
  [/\b(expert|expertise|master|guru)\b/, 4],
  [/\b(advanced|avance|maitrise|mastery|proficient|confirme|senior|strong|tres bon)\b/, 3],
  [/\b(intermediate|intermediaire|pratique|practice|competent|bon|good|independent)\b/, 2],
  [/\b(notions|beginner|debutant|basic|bases?|foundation|novice|junior)\b/, 1],
]
/** « Expert », « Avancé », « Beginner »: one of our four levels; null when it says something else. */
export const levelOf = (written: string): SkillLevel | null => {
  const key = nameKey(written)
  return patterns.find(([pattern]) => pattern.test(key))?.[1] ?? null
}
