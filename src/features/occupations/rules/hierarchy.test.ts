import { describe, expect, test } from 'vitest'
import { hasCircle } from './hierarchy.ts'

describe('the hierarchy of skills', () => {
  const above: Record<string, string[]> = { blender: ['3d'], '3d': ['image'], image: [] }
  const broaderOf = (code: string) => above[code] ?? []
  test('goes upward and never back', () => {
    expect(hasCircle('image', 'blender', broaderOf)).toBe(true)
    expect(hasCircle('blender', 'image', broaderOf)).toBe(false)
    expect(hasCircle('image', 'image', broaderOf)).toBe(true)
  })
  test('is followed to its end even where it is already a circle', () => {
    expect(hasCircle('x', 'a', (code) => (code === 'a' ? ['b'] : ['a']))).toBe(false)
  })
})
