export type Point = {
  latitude: number
  longitude: number
  title: string
  detail?: string
  href?: string
  colour?: string
}
type Feature = {
  geometry: { type: string; coordinates: [number, number] } | null
  properties: Partial<Record<'title' | 'detail' | 'href' | 'colour', string>> | null
}

async function collection(address: string): Promise<Feature[]> {
  const response = await fetch(address, { headers: { accept: 'application/geo+json, application/json' } })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return (await response.json()).features
}

/** The points of a map: in the page itself, or in a GeoJSON file of ours. */
export async function pointsOf(element: HTMLElement): Promise<Point[]> {
  const inPage = element.querySelector('script[type="application/json"]')?.textContent
  if (inPage) return JSON.parse(inPage)
  if (!element.dataset.source) return []
  const features = await collection(element.dataset.source)
  return features.flatMap(({ geometry, properties }) => {
    if (geometry?.type !== 'Point') return []
    const [longitude, latitude] = geometry.coordinates
    return [{ ...properties, title: properties?.title ?? '', latitude, longitude }]
  })
}
