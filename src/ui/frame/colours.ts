import type { Identity } from '../page.ts'

type Rgb = readonly [number, number, number]
const ink = '#1c1b22'
const paper = '#fbfaf7'
const projection = '#16151b'
const readable = 4.6

const parsed = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const written = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
const mixed = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, index) => part + ((other[index] ?? 0) - part) * share) as unknown as Rgb

function luminance(hex: string): number {
  const [red, green, blue] = parsed(hex).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast of two colours (#rrggbb), 1 to 21. WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour itself, or the nearest mix with black or white that can be read on the ground. */
export function readableOn(colour: string, ground: string): string {
  const towards: Rgb = luminance(ground) > 0.5 ? [0, 0, 0] : [255, 255, 255]
  for (let share = 0; share < 1; share += 0.05) {
    const tried = written(mixed(parsed(colour), towards, share))
    if (contrast(tried, ground) >= readable) return tried
  }
  return written(towards)
}
/** Ink or paper, whichever reads better on the colour. */
export const wordsOn = (colour: string) => (contrast(colour, ink) > contrast(colour, paper) ? ink : paper)

const isColour = (value: string | undefined): value is string => /^#[0-9a-f]{6}$/i.test(value ?? '')
const rules = (primary: string | undefined, accent: string | undefined) =>
  [
    primary && `--color-primary:${primary};--color-primary-content:${wordsOn(primary)}`,
    accent && `--color-accent:${accent};--color-accent-content:${wordsOn(accent)}`,
  ]
    .filter(Boolean)
    .join(';')

/** A cluster's own two colours as style rules, made readable in both themes; nothing but #rrggbb gets in. */
export function identityStyle({ primary, accent }: Identity): string {
  const own = isColour(primary) ? primary : undefined
  const second = isColour(accent) ? accent : undefined
  if (!own && !second) return ''
  const light = rules(own && readableOn(own, paper), second)
  const dark = rules(own && readableOn(own, projection), second)
  return (
    `:root,[data-theme=paper]{${light}}` +
    `[data-theme=projection]{${dark}}` +
    `@media (prefers-color-scheme:dark){:root:not([data-theme]){${dark}}}`
  )
}
