import 'leaflet/dist/leaflet.css'
import './map.css'
import { L } from './leaflet.ts'
import 'leaflet.markercluster'
import { type Point, pointsOf } from './points.ts'

/** Draws a map into its element; gives back how to take it down. */
export async function drawMap(element: HTMLElement): Promise<() => void> {
  const { label = '', outline, tiles, attribution = '', zoomIn = '', zoomOut = '' } = element.dataset
  const points = await pointsOf(element)
  const stage = document.createElement('div')
  stage.className = 'map-stage'
  stage.dataset.turboTemporary = ''
  stage.role = 'region'
  stage.ariaLabel = label
  element.append(stage)
  const map = L.map(stage, {
    zoomControl: false,
    attributionControl: Boolean(tiles && attribution),
    maxZoom: 18,
    minZoom: 3,
  })
  map.attributionControl?.setPrefix(false)
  L.control.zoom({ position: 'topright', zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map)
  if (tiles) L.tileLayer(tiles, { attribution }).addTo(map)
  const shape = outline ? await outlineOf(outline) : undefined
  shape?.addTo(map)
  const group = clusterOf(points, element.dataset.group ?? '')
  map.addLayer(group)
  const bounds = boundsOf(points, shape?.getBounds())
  if (bounds?.isValid()) map.fitBounds(bounds, { padding: [40, 40], maxZoom: 13 })
  else map.setView([45.5, 4.8], 7)
  element.querySelector('.map-message')?.setAttribute('hidden', '')
  return () => {
    map.remove()
    stage.remove()
    element.querySelector('.map-message')?.removeAttribute('hidden')
  }
}

/** All points; but when most are in the region, a few far away do not shrink it to a stain. */
function boundsOf(points: readonly Point[], region: L.LatLngBounds | undefined): L.LatLngBounds | undefined {
  if (points.length === 0) return region
  const places = points.map(({ latitude, longitude }) => L.latLng(latitude, longitude))
  const inside = places.filter((place) => region?.contains(place))
  return inside.length > places.length / 2 && inside.length < places.length ? region : L.latLngBounds(places)
}

async function outlineOf(address: string) {
  const response = await fetch(address)
  return response.ok
    ? L.geoJSON(await response.json(), { interactive: false, style: { className: 'map-outline' } })
    : undefined
}

function clusterOf(points: readonly Point[], words: string) {
  const group = L.markerClusterGroup({
    showCoverageOnHover: false,
    maxClusterRadius: 44,
    iconCreateFunction: (cluster) => {
      const count = cluster.getChildCount()
      const bubble = document.createElement('span')
      bubble.textContent = String(count)
      const said = document.createElement('span')
      said.className = 'sr-only'
      said.textContent = words.replace('{count}', '')
      bubble.append(said)
      return L.divIcon({ html: bubble, className: 'map-group', iconSize: [44, 44] })
    },
  })
  group.addLayers(points.map(markerOf))
  return group
}

function markerOf({ latitude, longitude, title, detail, href, colour }: Point) {
  const pin = document.createElement('i')
  pin.className = `tint-${/^[a-z]+$/.test(colour ?? '') ? colour : 'slate'}`
  const icon = L.divIcon({ html: pin, className: 'map-pin', iconSize: [28, 28] })
  const marker = L.marker([latitude, longitude], { icon, title, alt: title, keyboard: true })
  return marker.bindPopup(() => popupOf(title, detail, href))
}

/** Built node by node: what people wrote never becomes markup. */
function popupOf(title: string, detail: string | undefined, href: string | undefined): HTMLElement {
  const box = document.createElement('div')
  const name = document.createElement(href ? 'a' : 'b')
  name.textContent = title
  if (name instanceof HTMLAnchorElement && href) name.href = href
  box.append(name)
  if (detail) {
    const line = document.createElement('p')
    line.textContent = detail
    box.append(line)
  }
  return box
}
