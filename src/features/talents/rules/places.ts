import type { Mobility } from '../schema/vocabulary.ts'

/** The main town of each department of the region: enough to say which ones a radius reaches. Degrees, WGS 84. */
const centres: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  '01': [46.2, 5.23],
  '03': [46.57, 3.33],
  '07': [44.74, 4.6],
  '15': [44.93, 2.44],
  '26': [44.93, 4.89],
  '38': [45.19, 5.72],
  '42': [45.44, 4.39],
  '43': [45.04, 3.88],
  '63': [45.78, 3.08],
  '69': [45.76, 4.84],
  '73': [45.57, 5.92],
  '74': [45.9, 6.13],
}
export const regionDepartments = Object.keys(centres)

const radians = (degrees: number) => (degrees * Math.PI) / 180
/** Kilometres on the great circle (haversine, mean radius 6,371 km). */
function distance([lat1, lon1]: readonly [number, number], [lat2, lon2]: readonly [number, number]): number {
  const a =
    Math.sin(radians(lat2 - lat1) / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lon2 - lon1) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(a))
}

/** The departments where somebody would work: home, those chosen, the whole region, and those whose main town a radius reaches. */
export function reachOf(home: string, mobility: Mobility): readonly string[] {
  const { departments, wholeRegion, radiusKm } = mobility
  const from = centres[home]
  const near =
    from && radiusKm
      ? Object.entries(centres)
          .filter(([, centre]) => distance(from, centre) <= radiusKm)
          .map(([number]) => number)
      : []
  return [
    ...new Set([...(home ? [home] : []), ...departments, ...(wholeRegion ? regionDepartments : []), ...near]),
  ].sort()
}
