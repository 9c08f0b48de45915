/** A page of the application, cut where its content begins and ends, and the query that fills it again. */
export type BarePage = {
  readonly path: string
  readonly sql: string
  readonly values: readonly unknown[]
  readonly head: string
  readonly tail: string
  /** What is missing in each row to weigh what the application's row weighs. */
  readonly filling: string
}
export type PeerSetting = { readonly databaseUrl: string; readonly port: number; readonly pages: readonly BarePage[] }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

type Row = { readonly href: string; readonly title: string; readonly detail: string }
export const rowOf = ({ href, title, detail }: Row, filling: string) =>
  `<li><h2><a href="${escaped(href)}">${escaped(title)}</a></h2><p>${escaped(detail)}</p>${filling}</li>`
