import { expect } from 'vitest'
import { sector } from '../features/organisations/tables.ts'
import { test } from './testing.ts'

/** The setup runs before each file, and the files of a worker share the client that it changes. */
const setupAgain: string = './testing-hostile.ts?again'

test('rows that nobody asked to be ordered arrive in reverse, however often the setup ran', async ({ db }) => {
  await import(setupAgain)
  const inOrder = await db.select({ key: sector.key }).from(sector).orderBy(sector.position)
  expect(await db.select({ key: sector.key }).from(sector)).toEqual(inOrder.toReversed())
})
