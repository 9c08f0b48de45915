import 'leaflet'

declare module 'leaflet' {
  type Cluster = { getChildCount(): number }
  type ClusterOptions = {
    showCoverageOnHover?: boolean
    maxClusterRadius?: number
    iconCreateFunction?: (cluster: Cluster) => DivIcon
  }
  function markerClusterGroup(options?: ClusterOptions): FeatureGroup & { addLayers(layers: Layer[]): void }
}
