import type { Design } from './blocks.ts'

/** Points: 72 to the inch. A4. */
export const page = { width: 595.28, height: 841.89 } as const
export const defaultPrimary = '#3b2f8f'

export type Style = {
  readonly text: string
  readonly quiet: string
  readonly strong: string
  readonly line: string
  readonly size: number
  /** Distance of lines, as a multiple of the size. */
  readonly leading: number
  readonly headings: Readonly<Record<1 | 2 | 3 | 4, number>>
  readonly gap: number
}

const channel = (part: string) => {
  const value = Number.parseInt(part, 16) / 255
  return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
/** Relative luminance, 0..1 (WCAG 2.2). */
export function luminance(colour: string): number {
  const [, red = '00', green = '00', blue = '00'] = /^#(..)(..)(..)$/.exec(colour) ?? []
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
}
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
const ink = '#1c1b22'
const [white, black] = ['#ffffff', '#000000']
/** The cluster's colour where it can be read on white; the ink where it cannot. */
export const readable = (primary: string): string => (contrast(primary, '#ffffff') >= 4.5 ? primary : ink)

const paper = (strong: string): Style => ({
  text: ink,
  quiet: '#5b5966',
  strong,
  line: '#d9d6e3',
  size: 9.5,
  leading: 1.42,
  headings: { 1: 24, 2: 13, 3: 10.5, 4: 9.5 },
  gap: 6,
})
export type Colours = {
  readonly main: Style
  readonly side: Style
  readonly panel: string
  /** On pages where the column has nothing to say: kind to printers. */
  readonly pale: string
}
const mixed = (colour: string, share: number) =>
  `#${[1, 3, 5]
    .map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * share + 255 * (1 - share)))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`

/** White on the cluster's colour, or ink where the colour is light; between them black, which any other colour carries. */
export function stylesOf(design: Design, wished: string = defaultPrimary): Colours {
  const primary = /^#[\da-f]{6}$/i.test(wished) ? wished : defaultPrimary
  const main = paper(readable(primary))
  const on = [white, ink, black].find((letters) => contrast(primary, letters) >= 4.5) ?? black
  const side = {
    ...main,
    text: on,
    quiet: on,
    strong: on,
    line: on,
    size: 9,
    gap: 5,
    headings: { ...main.headings, 2: 11.5 },
  }
  return { main, side: design === 'side' ? side : main, panel: primary, pale: mixed(primary, 0.08) }
}
