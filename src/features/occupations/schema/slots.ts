import { slot } from '../../../web/slots.ts'

/** What a later feature is told of the sheet on whose page it shows something. */
export type OccupationSubject = {
  readonly id: string
  readonly slug: string
  readonly origin: 'own' | 'rome' | 'esco'
  readonly sectors: readonly string[]
  readonly romeCodes: readonly string[]
}
/** Under a sheet's own sections: its courses, its offers, its bridges. Panels bring their <Section>. */
export const occupationSlot = slot<OccupationSubject>('occupation')
/** In the right column of a sheet. */
export const occupationAsideSlot = slot<OccupationSubject>('occupation.aside')
/** Among the team's deeds above the index of sheets: links to where sheets come from or go to. */
export const occupationDeedsSlot = slot<object>('occupations.deeds')
