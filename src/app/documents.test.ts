import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dependencies } from '../../package.json'
import { variableNames } from './settings.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const lines = (text: string) => text.trimEnd().split('\n').length
/** What is code is no link and no heading. */
const prose = (text: string) =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, (code) => code.slice(1, -1))

const inFolder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...inFolder('docs'),
  ...inFolder('src'),
].sort()

/** The anchors that a reader's program makes of headings: '## Configure it' -> 'configure-it'. */
const anchorsOf = (text: string) =>
  [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  )
/** The targets of relative links that lead nowhere, seen from the document at `path`. */
function brokenLinks(path: string, text: string): string[] {
  const targets = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, target = '']) => target,
  )
  return targets
    .filter((target) => !/^([a-z]+:|\/)/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#')
      const place = file ? normalize(join(dirname(path), file)) : path
      if (file && !existsSync(place)) return true
      return anchor !== undefined && !anchorsOf(file ? read(place) : text).includes(anchor)
    })
}

/** The names in the first column of the tables below a heading, or of the whole text. */
function firstColumn(text: string, heading?: string): string[] {
  const [, below = ''] = heading ? text.split(`## ${heading}\n`) : ['', text]
  const part = heading ? (below.split(/^## /m)[0] ?? '') : below
  return [...part.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name).sort()
}

describe('the documents', () => {
  test.each(documents)('%s has only links that lead somewhere', (path) => {
    expect(brokenLinks(path, read(path))).toEqual([])
  })
  test('a link to a file or a heading that is not there is found', () => {
    const text = '## Here\n[a](gone.md) [b](README.md#gone) [c](#here) [d](#gone) [e](https://example.org) ![f](docs)'
    expect(brokenLinks('README.md', text)).toEqual(['gone.md', 'README.md#gone', '#gone'])
  })

  test('the README explains every variable of the environment and no other', () => {
    expect(firstColumn(read('README.md'), 'Configure it')).toEqual([...variableNames].sort())
  })
  test('every dependency at run time has its line in docs/dependencies.md, and no other', () => {
    expect(firstColumn(read('docs/dependencies.md'), 'At run time')).toEqual(Object.keys(dependencies).sort())
  })
  test('only the tables below their heading count', () => {
    const text = '## One\n| `a` | x |\n| `b` | y |\n## Two\n| `c` | z |\n'
    expect(firstColumn(text, 'One')).toEqual(['a', 'b'])
    expect(firstColumn(text, 'Three')).toEqual([])
  })
})

describe('the decisions', () => {
  const decisions = readdirSync('docs/decisions').sort()
  test('are numbered without a gap and named after what was decided', () => {
    expect(decisions.map((name) => name.slice(0, 3))).toEqual(
      decisions.map((_, index) => String(index + 1).padStart(3, '0')),
    )
    expect(decisions.filter((name) => !/^\d{3}(-[a-z0-9]+)+\.md$/.test(name))).toEqual([])
  })
  test.each(decisions)('%s has a date, a context, a decision, consequences, and at most forty lines', (name) => {
    const text = read(join('docs/decisions', name))
    expect(text).toMatch(
      new RegExp(`^# ${name.slice(0, 3)}\\. .+\n\n20\\d\\d-\\d\\d · (accepted|replaced by \\d{3})\n`),
    )
    expect(text.match(/^## .+$/gm)).toEqual(['## Context', '## Decision', '## Consequences'])
    expect(lines(text)).toBeLessThanOrEqual(40)
  })
})

describe('the features', () => {
  const features = readdirSync('src/features')
  // That each has one is the architecture check's rule.
  const explained = features.filter((name) => existsSync(join('src/features', name, 'README.md')))
  test.each(explained)('%s explains itself in 15 to 40 lines', (name) => {
    const length = lines(read(join('src/features', name, 'README.md')))
    expect(length).toBeGreaterThanOrEqual(15)
    expect(length).toBeLessThanOrEqual(40)
  })
})
