import { raw } from 'hono/html'

const drawn = raw(
  '<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><path d="M9.5 13.5V27M22.5 13.5V27"/><path class="mark-deck" d="M3.5 15Q16 5.5 28.5 15"/></svg>',
)
/** The mark: a footbridge of two piers and a deck, three strokes. */
export const Mark = () => drawn
