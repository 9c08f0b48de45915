import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { palette, tintOf, tints } from '../tint.ts'
import { contrast, identityStyle, readableOn, wordsOn } from './colours.ts'

const tokens = readFileSync(new URL('../style/tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = tokens.split('name: "projection"')
const token = (theme: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(theme)?.[1] ?? ''

test('every text colour can be read in both themes, on the page and on its darker ground', () => {
  for (const theme of [light, dark])
    for (const ground of ['color-base-100', 'color-base-200', 'surface']) {
      const names = [
        'color-base-content',
        'quiet',
        'color-primary',
        'color-info',
        'color-success',
        'color-warning',
        'color-error',
      ]
      for (const name of [...names, ...tints.map((tint) => `tint-${tint}`)])
        expect(contrast(token(theme, name), token(theme, ground)), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(token(theme, 'edge'), token(theme, ground)), `edge on ${ground}`).toBeGreaterThanOrEqual(3)
    }
})

test('words on coloured buttons can be read', () => {
  for (const theme of [light, dark])
    for (const name of ['primary', 'accent', 'info', 'success', 'warning', 'error', 'neutral'])
      expect(contrast(token(theme, `color-${name}`), token(theme, `color-${name}-content`))).toBeGreaterThanOrEqual(4.5)
})

test('the palette for charts is the one of the style sheet', () => {
  for (const tint of tints) {
    expect(token(light, `tint-${tint}`)).toBe(palette[tint].paper)
    expect(token(dark, `tint-${tint}`)).toBe(palette[tint].projection)
  }
})

test('a colour is known by its name and by the value of the founding palette', () => {
  expect(tintOf('violet')).toBe('violet')
  expect(tintOf('#C8590A')).toBe('orange')
  expect(tintOf('#1f6fd0')).toBe('blue')
  expect(tintOf('chartreuse')).toBe('slate')
  expect(tintOf(null)).toBe('slate')
})

test("a cluster's colours become readable ones, and nothing else gets into the style", () => {
  expect(contrast(readableOn('#ffe000', '#fbfaf7'), '#fbfaf7')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(readableOn('#101040', '#16151b'), '#16151b')).toBeGreaterThanOrEqual(4.5)
  expect(wordsOn('#ffe000')).toBe('#1c1b22')
  const style = identityStyle({ name: 'X', tagline: '', primary: '#e0447a', accent: 'red;}body{display:none' })
  expect(style).toContain('--color-primary:#')
  expect(style).not.toContain('display')
  expect(identityStyle({ name: 'X', tagline: '' })).toBe('')
})
