import { extractText, getDocumentProxy } from 'unpdf'

/** pdfjs takes the buffer it gets for itself: it gets a copy. */
export const openPdf = (bytes: Uint8Array) => getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })

/** Whether a PDF can be opened: not when it is damaged, nor without its password. */
export async function pdfProblem(bytes: Uint8Array): Promise<'damaged' | 'locked' | null> {
  try {
    const pdf = await openPdf(bytes)
    await pdf.getPage(1)
    await pdf.loadingTask.destroy()
    return null
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? 'locked' : 'damaged'
  }
}

/** The words of the first pages, a line of the page on a line of its own, pages apart. */
export async function pdfText(bytes: Uint8Array, mostPages: number): Promise<string> {
  const pdf = await openPdf(bytes)
  try {
    if (pdf.numPages <= mostPages) return (await extractText(pdf)).text.join('\n\n').trim()
    const pages: string[] = []
    for (let n = 1; n <= mostPages; n++) {
      const { items } = await (await pdf.getPage(n)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    }
    return pages.join('\n\n').trim()
  } finally {
    await pdf.loadingTask.destroy()
  }
}
