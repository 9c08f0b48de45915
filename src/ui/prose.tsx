/** A long text as it was typed: blank lines make paragraphs, single ones line breaks; nothing in it is HTML. `lang` when it is not the page's. */
export const Prose = ({ text, lang }: { text: string; lang?: string | undefined }) => (
  <div class="prose" lang={lang}>
    {text
      .split(/\r?\n\s*\r?\n/)
      .filter((paragraph) => paragraph.trim())
      .map((paragraph) => (
        <p>{paragraph.trim()}</p>
      ))}
  </div>
)
