import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, stylesOf } from './style.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('whatever colour a cluster takes, letters have a contrast of 4.5 on paper and in the coloured column', () => {
  fc.assert(
    fc.property(colour, (primary) => {
      const { main, side, panel } = stylesOf('side', primary)
      for (const letters of [main.text, main.quiet, main.strong])
        expect(contrast(letters, '#ffffff')).toBeGreaterThanOrEqual(4.5)
      expect(contrast(side.text, panel)).toBeGreaterThanOrEqual(4.49)
    }),
  )
})

test('what is no colour is the house’s own', () => {
  expect(stylesOf('side', 'red').panel).toBe('#3b2f8f')
})
