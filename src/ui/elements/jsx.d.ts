import 'hono/jsx'

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'auto-press': HTMLAttributes
      'live-preview': HTMLAttributes & { 'data-source'?: string }
      'live-search': HTMLAttributes
      'combo-box': HTMLAttributes
      'repeat-rows': HTMLAttributes
      'theme-switch': HTMLAttributes
      'copy-button': HTMLAttributes
      'show-password': HTMLAttributes
      'char-count': HTMLAttributes
      'poll-progress': HTMLAttributes & { 'data-src'?: string }
      'key-shortcuts': HTMLAttributes
      'page-contents': HTMLAttributes
      'drop-menu': HTMLAttributes
      'map-view': HTMLAttributes
      'passkey-button': HTMLAttributes
      'turbo-frame': HTMLAttributes & { src?: string; target?: string; loading?: 'lazy' | 'eager' }
    }
  }
}
