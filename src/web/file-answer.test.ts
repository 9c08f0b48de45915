import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { Env } from './env.ts'
import { type AnsweredFile, answerFile, contentDisposition, rangeOf } from './file-answer.ts'

const content = Buffer.from('0123456789')
const file: AnsweredFile = {
  name: 'Été “à” Annecy.txt',
  mime: 'text/plain; charset=utf-8',
  bytes: content.length,
  sha256: 'abc',
  open: async (range) => Readable.from([range ? content.subarray(range.start, range.end + 1) : content]),
}
const app = new Hono<Env>().get('/', (c) => answerFile(c, file))
const ask = (headers: Record<string, string> = {}) => app.request('/', { headers })

describe('a file is sent', () => {
  test('as an attachment that no browser takes for a page, under its true name', async () => {
    const answer = await ask()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="_t_ ___ Annecy.txt"; filename*=UTF-8''%C3%89t%C3%A9%20%E2%80%9C%C3%A0%E2%80%9D%20Annecy.txt`,
    )
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('content-length')).toBe('10')
    expect(await answer.text()).toBe('0123456789')
  })

  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=0-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
    ['bytes=5-2', 200, '0123456789', null],
  ])('for the range %s with %i', async (range, status, text, said) => {
    const answer = await ask({ range })
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([status, text, said])
  })

  test('not again to a browser that has it, and whole when it has changed since a part was fetched', async () => {
    expect((await ask({ 'if-none-match': '"abc"' })).status).toBe(304)
    expect((await ask({ range: 'bytes=2-4', 'if-range': '"old"' })).status).toBe(200)
    expect((await ask({ range: 'bytes=2-4', 'if-range': '"abc"' })).status).toBe(206)
  })
})

test('a name cannot add a header or end its quotes', () => {
  const header = contentDisposition('a"; filename=b.exe\r\nx: y')
  expect(header).not.toMatch(/[\r\n]/)
  expect(header).toMatch(/^attachment; filename="[^"]*"; filename\*=UTF-8''[^;"\s]*$/)
})

test('a file without bytes has no range', () => {
  expect(rangeOf('bytes=0-', 0)).toBe('wrong')
  expect(rangeOf(undefined, 0)).toBe('none')
})
