export type PagerWindow = {
  readonly page: number
  readonly pages: number
  /** Number of the first and last row shown, from 1; 0 and 0 when there is none. */
  readonly from: number
  readonly to: number
  readonly previous: number | null
  readonly next: number | null
}

/** Which rows a page shows. A page beyond the last one is the last one. */
export function pagerWindow(total: number, asked: number, size: number): PagerWindow {
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(Math.max(1, asked), pages)
  return {
    page,
    pages,
    from: total === 0 ? 0 : (page - 1) * size + 1,
    to: Math.min(total, page * size),
    previous: page > 1 ? page - 1 : null,
    next: page < pages ? page + 1 : null,
  }
}
