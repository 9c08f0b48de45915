/**
 * The palette from which sectors (and anything else that needs a lasting colour) take theirs. Each has a darker value for
 * paper and a lighter one for the projection room, both with a contrast of at least 4.5; style/tokens.css repeats them.
 */
export const palette = {
  violet: { paper: '#6d4bd8', projection: '#b5a3f7' },
  carmine: { paper: '#b3243a', projection: '#f39aa6' },
  teal: { paper: '#0e747a', projection: '#5cc8cd' },
  orange: { paper: '#b04f08', projection: '#f4a96a' },
  blue: { paper: '#1c68c5', projection: '#86b9f7' },
  green: { paper: '#3f7a2c', projection: '#94cd7f' },
  plum: { paper: '#8f3389', projection: '#e09fdb' },
  ochre: { paper: '#8a6410', projection: '#ddb75c' },
  slate: { paper: '#55596b', projection: '#b3b7c8' },
} as const
export type Tint = keyof typeof palette
export const tints = Object.keys(palette) as Tint[]

/** Values first written for these colours, before their contrast was measured. */
const founding: Readonly<Record<string, Tint>> = { '#0f7c82': 'teal', '#c8590a': 'orange', '#1f6fd0': 'blue' }

/** A colour of the palette by its name or by its value on paper; anything else is slate. */
export function tintOf(colour: string | null | undefined): Tint {
  const wished = colour?.toLowerCase() ?? ''
  return tints.find((tint) => tint === wished || palette[tint].paper === wished) ?? founding[wished] ?? 'slate'
}

/** What a chip, a picture or a page edge needs to know of a sector. */
export type Sector = { readonly key: string; readonly label: string; readonly colour: string }
