import { expect, test } from 'vitest'
import type { Reader } from '../db/reader.ts'
import { examplePage } from '../ui/testing-page.ts'
import { hanger, panel, slot } from './slots.ts'

const sheet = slot<{ readonly name: string }>('sheet')
const other = slot<{ readonly name: string }>('other')
const reader = {} as Reader

test('a page shows what later features hang in its slot, in their order, without those that have nothing', async () => {
  const panels = [
    panel(sheet, async (_read, _page, { name }) => `courses for ${name}`),
    panel(other, async () => 'elsewhere'),
    panel(sheet, async () => null),
    panel(sheet, async (_read, page) => `offers in ${page.language}`),
  ]
  const hang = hanger(panels, reader, examplePage())
  expect(await hang(sheet, { name: 'animator' })).toEqual(['courses for animator', 'offers in fr'])
  expect(await hang(slot('nobody-fills-it'), {})).toEqual([])
})
