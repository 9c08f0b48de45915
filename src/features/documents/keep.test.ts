import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { z } from 'zod'
import { test } from '../../app/testing.ts'
import { action, nothing } from '../../db/action.ts'
import { keepFile } from './actions/keep.ts'
import { visibleTo } from './policy.ts'
import { contentOf, documentIn } from './queries/files.ts'
import { declarePurpose } from './rules/purposes.ts'
import { document } from './tables.ts'

const purpose = declarePurpose({
  key: 'documents.test',
  label: () => 'Essai',
  kinds: ['txt', 'png', 'pdf'],
  mostBytes: 1000,
  keepDays: 30,
  belongsTo: 'person',
})
const give = action({
  name: 'documents.test',
  about: document,
  input: z.object({ name: z.string(), content: z.string() }),
  load: nothing,
  allow: () => true,
  run: (step) =>
    keepFile(step, {
      file: { name: step.input.name, bytes: Buffer.from(step.input.content) },
      purpose,
      ownerId: step.actor.id,
    }),
})

test('a file is kept with its bytes, under a safe name, until its last day', async ({ site }) => {
  const person = await site.actor('person')
  const now = new Date('2026-11-24T10:00:00Z')
  const { id } = await give(site.context(person, now), { name: '../mes notes.txt', content: 'Bonjour' })
  const row = await documentIn(site.read, visibleTo(person), id)
  expect(row).toMatchObject({
    name: 'mes notes.txt',
    kind: 'txt',
    bytes: 7,
    keepUntil: '2026-12-24',
    ownerId: person.id,
  })
  expect((await contentOf(site.read, row as NonNullable<typeof row>)).toString()).toBe('Bonjour')
  expect(await site.read.count(visibleTo(await site.actor('employee')), sql`true`)).toBe(0)
})

test('a file that is too large for its purpose is refused with a sentence', async ({ site }) => {
  const context = site.context(await site.actor('person'))
  await expect(give(context, { name: 'a.txt', content: 'x'.repeat(1500) })).rejects.toMatchObject({
    errors: { file: expect.stringMatching(/pèse 1,5.ko, et 1.ko au plus/) },
  })
})
