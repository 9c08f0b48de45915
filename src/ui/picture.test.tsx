import { expect, test } from 'vitest'
import { Avatar, initialsOf } from './avatar.tsx'
import { Picture } from './picture.tsx'

const drawn = (id: string, shape: 'card' | 'square' | 'banner' = 'card') =>
  String(<Picture id={id} colour="violet" shape={shape} />)

test('an id has one picture for ever, and another id another one', () => {
  expect(drawn('studio-arpege')).toBe(drawn('studio-arpege'))
  expect(new Set(Array.from({ length: 200 }, (_, index) => drawn(`o${index}`))).size).toBe(200)
})

test('a picture is decorative, small, and has no style attribute nor broken number', () => {
  for (const shape of ['card', 'square', 'banner'] as const)
    for (let index = 0; index < 50; index++) {
      const svg = drawn(`x${index}`, shape)
      expect(svg).toContain('aria-hidden="true"')
      expect(svg).not.toMatch(/style=|NaN|Infinity|undefined/)
      expect(svg.length).toBeLessThan(4000)
    }
})

test('initials come from the first and the last word', () => {
  expect(['Ada Lovelace', 'Studio Arpège', 'Zoé', 'Jean-Baptiste Le Rond', 'Brume & Cie', ''].map(initialsOf)).toEqual([
    'AL',
    'SA',
    'Z',
    'JR',
    'BC',
    '?',
  ])
  expect(String(<Avatar name="Ada Lovelace" />)).toContain('aria-hidden="true"')
})
