import { describe, expect, test } from 'vitest'
import { digestParts, excerpt, rhythmsOn } from './digest.ts'

const told = (kind: string, title: string) => ({
  kind,
  title: { fr: title },
  text: { fr: 'Détail.' },
  href: `/${title}`,
})

describe('a digest', () => {
  test('of a Monday has the week in it, one of another day has not', () => {
    expect(rhythmsOn('2027-03-01')).toContain('weekly')
    for (const day of ['2027-03-02', '2027-03-06', '2027-03-07']) expect(rhythmsOn(day)).not.toContain('weekly')
    for (const day of ['2027-03-01', '2027-03-02']) expect(rhythmsOn(day)).not.toContain('never')
  })
  test('groups what is told by its kind, in the reader’s language', () => {
    const labels = { 'a.b': { fr: 'Offres', en: 'Jobs' } }
    const open = { label: 'Open', link: (path: string) => `https://p.example${path}` }
    const parts = digestParts([told('a.b', 'un'), told('c.d', 'deux'), told('a.b', 'trois')], labels, 'en', open)
    expect(parts.map(({ heading, items }) => [heading, items.map(({ links }) => links[0]?.href)])).toEqual([
      ['Jobs', ['https://p.example/un', 'https://p.example/trois']],
      ['c.d', ['https://p.example/deux']],
    ])
  })
  test('shows the beginning of a long text on one line', () => {
    expect(excerpt('Un\n\n  deux')).toBe('Un deux')
    expect(excerpt('mot '.repeat(200))).toHaveLength(280)
    expect(excerpt('mot '.repeat(200)).endsWith('…')).toBe(true)
  })
})
