import type { Doc } from './ink.ts'

type Element = ReturnType<Doc['struct']>
type Options = { readonly alt?: string; readonly scope?: string; readonly lang?: string; readonly title?: string }

/** A place in the structure tree (what screen readers follow). It comes into being when something is drawn in it. */
export type Tag = {
  /** Draws something that belongs here, on the page that is open. */
  readonly draw: (draw: () => void) => void
  readonly child: (type: string, options?: Options) => Tag
}

const made = (doc: Doc, element: () => Element): Tag => ({
  draw: (draw) => {
    element().add(draw)
  },
  child(type, options = {}) {
    const state: { element?: Element } = {}
    const own = () => {
      if (!state.element) {
        state.element = doc.struct(type as never, options as never)
        element().add(state.element)
      }
      return state.element
    }
    return made(doc, own)
  },
})

export function rootTag(doc: Doc): { readonly root: Tag; readonly end: () => void } {
  const element = doc.struct('Document')
  doc.addStructure(element)
  return { root: made(doc, () => element), end: () => element.end() }
}

/** Drawn for the eye only: lines, colours, page numbers. */
export function ornament(doc: Doc, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}
