import * as leaflet from 'leaflet'

// The cluster plug-in wants a global L that it may extend; a module's own exports cannot be extended.
const open = { ...leaflet }
Object.assign(window, { L: open })
export const L: typeof leaflet = open
