/** Rings of files that import each other, each once and beginning with its first file in alphabetical order. */
export function cycles(files) {
  const edges = new Map(
    files.map(({ path, imports }) => [path, imports.map(({ to }) => to).filter((to) => to !== null)]),
  )
  const found = new Map()
  const state = new Map()
  const visit = (path, trail) => {
    state.set(path, 'open')
    for (const to of edges.get(path) ?? []) {
      if (!edges.has(to)) continue
      if (state.get(to) === 'open') {
        const ring = trail.slice(trail.indexOf(to))
        const first = ring.indexOf([...ring].sort()[0])
        const turned = [...ring.slice(first), ...ring.slice(0, first), ring[first]]
        found.set(turned.join(), turned)
      } else if (!state.has(to)) visit(to, [...trail, to])
    }
    state.set(path, 'done')
  }
  for (const path of edges.keys()) if (!state.has(path)) visit(path, [path])
  return [...found.values()]
}
