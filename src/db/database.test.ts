import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished } from 'vitest'
import { test } from '../app/testing.ts'

const number = (row: Record<string, unknown> | undefined) => row?.n

describe('one connection', () => {
  test('answers what a transaction asks at once, each its own answer, and warns of nothing', async ({ db }) => {
    const warnings: string[] = []
    const hear = (warning: Error) => void warnings.push(warning.message)
    process.on('warning', hear)
    onTestFinished(() => void process.off('warning', hear))
    const answers = await db.transaction((tx) =>
      Promise.all([3, 1, 2].map((n) => tx.execute(sql`select ${n}::int as n from pg_sleep(${n}::float / 1000)`))),
    )
    await new Promise(setImmediate)
    expect(answers.map(({ rows }) => number(rows[0]))).toEqual([3, 1, 2])
    expect(warnings).toEqual([])
  })
  test('goes on after a question that fails', async ({ db }) => {
    const [wrong, right] = await Promise.allSettled([
      db.transaction((tx) => tx.execute(sql`select 1 / 0`)),
      db.execute(sql`select 7 as n`),
    ])
    expect(wrong.status).toBe('rejected')
    expect(right.status === 'fulfilled' && number(right.value.rows[0])).toBe(7)
  })
})
