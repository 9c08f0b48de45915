import { readFileSync } from 'node:fs'
import type { Page } from '../ui/page.ts'

type Chunk = { file: string; css?: string[]; isEntry?: boolean }

/** The files that `npm run build` made for the browser. */
export function builtAssets(folder = 'dist/client'): Page['assets'] {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(`${folder}/.vite/manifest.json`, 'utf8'))
  const entries = Object.values(manifest).filter((chunk) => chunk.isEntry)
  return {
    scripts: entries.map(({ file }) => `/${file}`),
    styles: entries.flatMap(({ css = [] }) => css.map((file) => `/${file}`)),
  }
}
