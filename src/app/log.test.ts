import { expect, test } from 'vitest'
import { readable } from './log.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, '')

test('on a terminal a line is the hour, the level, what happened and its details', () => {
  const line = { time: '2026-03-31T10:11:12.345Z', level: 30, msg: 'request', method: 'GET', status: 200 }
  expect(plain(readable(JSON.stringify(line)))).toBe('10:11:12 info request method=GET status=200\n')
})

test('an error brings its stack on lines of its own', () => {
  const line = { time: '2026-03-31T10:11:12.345Z', level: 50, msg: 'failed', err: { stack: 'Error: no\n    at there' } }
  expect(plain(readable(JSON.stringify(line)))).toBe('10:11:12 error failed\nError: no\n    at there\n')
})
