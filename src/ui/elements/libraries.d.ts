/** What the elements use of two libraries without types of their own. */
declare module '@hotwired/turbo' {
  export const config: { drive: { progressBarDelay: number } }
  export const visit: (address: string) => void
}
declare module 'leaflet.markercluster' {}
