import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bothForms, formsOf, listIn, printed, titleIn, wordingIn } from './titles.ts'

describe('the two forms of a title', () => {
  test.each([
    ['Conducteur / Conductrice d’engins agricoles', 'Conducteur d’engins agricoles', 'Conductrice d’engins agricoles'],
    [
      'Agent administratif / Agente administrative d’assurances',
      'Agent administratif d’assurances',
      'Agente administrative d’assurances',
    ],
    ['Soudeur-braseur / Soudeuse-braseuse', 'Soudeur-braseur', 'Soudeuse-braseuse'],
    ['directeur technique/directrice technique', 'directeur technique', 'directrice technique'],
    ['Scripte', 'Scripte', 'Scripte'],
    ['a/b/c', 'a/b/c', 'a/b/c'],
  ])('%s', (label, masculine, feminine) => {
    expect(formsOf(label)).toEqual({ masculine, feminine })
  })
  test('are said in full when they are short, and their common end once when it is long', () => {
    expect(bothForms('Animateur 3D', 'Animatrice 3D')).toBe('Animateur 3D / Animatrice 3D')
    expect(bothForms('Conducteur d’engins agricoles', 'Conductrice d’engins agricoles')).toBe(
      'Conducteur / Conductrice d’engins agricoles',
    )
    expect(bothForms('Scripte', 'Scripte')).toBe('Scripte')
    expect(bothForms('Scripte', '')).toBe('Scripte')
  })
  test('come back from what they are printed as', () => {
    const word = fc.stringMatching(/^[a-zé]{2,8}$/)
    fc.assert(
      fc.property(word, word, fc.array(word, { maxLength: 4 }), (one, other, tail) => {
        const forms = { masculine: [one, ...tail].join(' '), feminine: [other, ...tail].join(' ') }
        expect(formsOf(bothForms(forms.masculine, forms.feminine))).toEqual(forms)
      }),
    )
  })
})

test('a title without French is given in English, and said to be English', () => {
  expect(titleIn({ masculine: '', feminine: '', english: 'Motion tracer' }, 'fr')).toEqual({
    text: 'Motion tracer',
    lang: 'en',
  })
  expect(titleIn({ masculine: 'Scripte', feminine: 'Scripte', english: '' }, 'en')).toEqual({
    text: 'Scripte',
    lang: 'fr',
  })
})
test('a text is given in the other language rather than not at all', () => {
  expect(wordingIn({ en: 'Draw' }, 'fr')).toEqual({ text: 'Draw', lang: 'en' })
  expect(wordingIn({ fr: '', en: '' }, 'fr')).toBeNull()
  expect(listIn({ fr: [], en: ['One'] }, 'fr')).toEqual({ items: ['One'], lang: 'en' })
})
test('the repertories’ doubled apostrophes are printed as French prints them', () => {
  expect(printed("Crée les images d''un film : l'image, « cut » !")).toBe(
    'Crée les images d’un film\u00a0: l’image, «\u00a0cut\u00a0»\u00a0!',
  )
})
