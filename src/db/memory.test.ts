import { expect, test } from 'vitest'
import { forgetful, memory } from './memory.ts'

function counting() {
  const asked = { times: 0 }
  return { asked, ask: async () => ++asked.times }
}

test('What was asked once is known until something is written', async () => {
  const data = { version: 1 }
  const remember = memory(() => data.version)
  const { ask } = counting()
  expect([await remember('count', ask), await remember('count', ask)]).toEqual([1, 1])
  data.version++
  expect(await remember('count', ask)).toBe(2)
})

test('Two who ask at the same time wait for one answer', async () => {
  const remember = memory(() => 1)
  const { asked, ask } = counting()
  await Promise.all([remember('count', ask), remember('count', ask)])
  expect(asked.times).toBe(1)
})

test('What was asked while something was written is asked again', async () => {
  const data = { version: 1 }
  const remember = memory(() => data.version)
  const { ask } = counting()
  const asking = remember('count', ask)
  data.version++
  await asking
  expect(await remember('count', ask)).toBe(2)
})

test('A failure is not remembered, and neither is anything inside a deed', async () => {
  const remember = memory(() => 1)
  await expect(remember('count', async () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  const { ask } = counting()
  expect(await remember('count', ask)).toBe(1)
  expect([await forgetful('count', ask), await forgetful('count', ask)]).toEqual([2, 3])
})

test('A great many questions do not fill the memory', async () => {
  const remember = memory(() => 1)
  const { ask } = counting()
  for (let number = 0; number <= 500; number++) await remember(`${number}`, ask)
  expect(await remember('500', ask)).toBe(501)
  expect(await remember('0', ask)).toBe(502)
})
