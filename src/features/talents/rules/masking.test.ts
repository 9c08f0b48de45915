import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain } from '../../../kernel/slug.ts'
import { blot, masked, secretsOf } from './masking.ts'

const person = {
  name: 'Éloïse Saint-Amour',
  email: 'eloise.sa@exemple.fr',
  experiences: [
    { organisation: { id: '', slug: '', name: 'Studio Plume d’Ombre' }, organisationName: 'Plume' },
    { organisation: null, organisationName: 'ACME' },
  ],
  links: [{ username: 'elo_draws' }],
} as never
const secrets = secretsOf(person)

describe('a text of an anonymous person', () => {
  test.each([
    ['Je suis Éloïse Saint-Amour.', `Je suis ${blot}.`],
    ['ELOISE à Annecy', `${blot} à Annecy`],
    ['Chez Studio Plume d’Ombre depuis 2010', `Chez ${blot} depuis 2010`],
    ['studio plume d ombre', blot],
    ['Chez Acme, puis ailleurs', `Chez ${blot}, puis ailleurs`],
    ['Écrivez à eloise@exemple.fr ou au 06 12 34 56 78', `Écrivez à ${blot} ou au ${blot}`],
    ['Voir https://elo.example/reel et saint-amour.com', `Voir ${blot} et ${blot}`],
    ['Voir elo draws', `Voir ${blot}`],
    ['Saint-Étienne, 2019', `${blot}-Étienne, 2019`],
  ])('loses names, employers and addresses: %s', (text, expected) => {
    expect(masked(text, secrets)).toBe(expected)
  })
  test('keeps what says nothing of the person', () => {
    const text = 'Amoureuse de la lumière, 12 ans de plateaux, 142 plans livrés en 2024.'
    expect(masked(text, secrets)).toBe(text)
  })
  test('never holds a word of the name, wherever it stands and however it is written', () => {
    const written = fc.constantFrom('Éloïse', 'ELOÏSE', 'eloise', 'Saint-Amour', 'Amour', 'éloïse\u0301')
    const around = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '-', '’', '.', '\n') })
    fc.assert(
      fc.property(around, written, around, (before, name, after) => {
        const left: readonly string[] =
          plain(masked(`${before} ${name} ${after}`, secrets)).match(/[\p{L}\p{N}]+/gu) ?? []
        return !left.includes('eloise') && !left.includes('amour')
      }),
    )
  })
})
