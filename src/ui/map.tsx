import { jsonIn } from './frame/head.tsx'
import type { Page } from './page.ts'
import { addressOf } from './page-address.ts'
import { text } from './text.ts'
import { tintOf } from './tint.ts'

export type MapPoint = {
  readonly latitude: number
  readonly longitude: number
  readonly title: string
  readonly detail?: string | undefined
  readonly href?: string | undefined
  /** A sector's colour. */
  readonly colour?: string | undefined
}
type MapProps = {
  page: Page
  label: string
  points?: readonly MapPoint[] | undefined
  /** Path of a GeoJSON FeatureCollection of points with the properties title, detail, href, colour: for many points. */
  source?: string | undefined
  /** Path of a GeoJSON outline (the region) drawn behind. */
  outline?: string | undefined
  /** 'https://tiles.example/{z}/{x}/{y}.png', only if the cluster has set it and the CSP allows it. */
  tiles?: string | undefined
  attribution?: string | undefined
}
/** A map beside which the page shows the same places as a list. Without JavaScript it says so. */
export function MapView({ page, label, points, source, outline, tiles, attribution }: MapProps) {
  const t = text(page.language)
  const shown = points?.map((point) => ({
    ...point,
    colour: tintOf(point.colour),
    href: point.href && addressOf(page, point.href),
  }))
  return (
    <map-view
      class="map"
      data-label={t('mapOf', { label })}
      data-source={source && addressOf(page, source)}
      data-outline={outline}
      data-tiles={tiles}
      data-attribution={attribution}
      data-loading={t('mapLoading')}
      data-failed={t('mapFailed')}
      data-zoom-in={t('zoomIn')}
      data-zoom-out={t('zoomOut')}
      data-group={t('mapGroup', { count: '{count}' })}
    >
      <p class="map-message">{t('mapNeedsScript')}</p>
      {shown && <script type="application/json">{jsonIn(shown)}</script>}
    </map-view>
  )
}
