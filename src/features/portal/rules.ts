import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false })
// The page has its own h1, and its sections are the text's: '#' of a text begins at h2.
markdown.core.ruler.push('headings below the title', (state) => {
  for (const token of state.tokens)
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(6, Math.max(2, Number(token.tag.slice(1))))}`
})

markdown.core.ruler.push('own addresses in the language of the reader', (state) => {
  const { href } = state.env as { href: (path: string) => string }
  for (const token of state.tokens.flatMap((block) => block.children ?? [])) {
    const target = token.type === 'link_open' ? String(token.attrGet('href')) : ''
    if (/^\/(?!\/)/.test(target)) token.attrSet('href', href(target))
  }
})

/**
 * Markdown -> HTML. HTML in the text is shown as text, and only http(s), mailto and own addresses become links; `href` puts
 * own ones into the reader's language.
 */
export const htmlOf = (text: string, href: (path: string) => string): string => markdown.render(text, { href })
