import { expect, test } from 'vitest'
import { typeset } from './typeset.ts'

const shown = (text: string) => text.replace(/\u00a0/g, '~')

test.each([
  ["L'animation : j'y suis !", 'L’animation~: j’y suis~!'],
  ['Elle dit « oui » ; puis non ?', 'Elle dit «~oui~»~; puis non~?'],
  ['Vraiment?', 'Vraiment~?'],
  ['12 400 € et 40 %', '12~400~€ et 40~%'],
  ['10 ans et 3 mois', '10~ans et 3~mois'],
  ['à 14:32, http://exemple.fr', 'à 14:32, http://exemple.fr'],
  ['déjà\u202f!', 'déjà~!'],
  ['a\u202eb\u0007c\u200b', 'abc'],
  ['e\u0301te\u0301', 'été'],
])('French: %j is set as "%s"', (typed, set) => {
  expect(shown(typeset(typed, 'fr'))).toBe(set)
})

test('English keeps its own spaces', () => {
  expect(typeset("It's here: really?", 'en')).toBe('It’s here: really?')
})
