import { expect, test } from 'vitest'
import { Choices, Toggle } from './form/choices.tsx'
import { rowsAt, textAt, textsAt } from './form/draft.ts'
import { Field, LocalisedField, TextArea } from './form/field.tsx'
import { Repeater } from './form/repeater.tsx'
import { blank, type Draft, Form } from './form.tsx'
import { examplePage } from './testing-page.ts'

const page = examplePage()
const html = (view: unknown) => String(view)
const emailForm = (draft: Draft) => {
  const form = { page, draft }
  return html(
    <Form {...form} action="/people" button="Créer" hidden={{ token: 'x"y' }} cancel={{ href: '/' }}>
      <Field {...form} name="email" type="email" label="Adresse" help="Jamais publiée." />
      <LocalisedField {...form} name="title" label="Titre" />
    </Form>,
  )
}

test('a blank form has no summary, joins labels and help to inputs, and says what is optional', () => {
  const shown = emailForm(blank)
  expect(shown).not.toContain('form-summary')
  expect(shown).toContain('<label for="email">')
  expect(shown).toContain('aria-describedby="email-help"')
  expect(shown).toContain('autocomplete="email"')
  expect(shown).toContain('name="title.fr"')
  expect(shown).toMatch(/for="title\.en">[^<]*<span class="optional">facultatif/)
  expect(shown).toContain('name="token" value="x&quot;y"')
})

test('the summary counts the errors and links to each field by its label', () => {
  const shown = emailForm({ values: { email: 'ada@' }, errors: { email: 'Incomplète.', 'title.fr': 'À remplir.' } })
  expect(shown).toContain('2 réponses sont à corriger.')
  expect(shown).toMatch(/<a href="#email"><b>Adresse<\/b> Incomplète\./)
  expect(shown).toMatch(/<a href="#title\.fr"><b>Titre – en français<\/b>/)
  expect(shown).toContain('value="ada@"')
  expect(shown).toContain('aria-invalid="true"')
  expect(shown).toContain('aria-describedby="email-help email-error"')
  expect(shown.indexOf('form-summary')).toBeLessThan(shown.indexOf('name="email"'))
})

test('what a rule refuses stands alone on top', () => {
  const shown = emailForm({ values: {}, errors: { '': 'Le dossier est clos.' } })
  expect(shown).toContain('Le dossier est clos.')
  expect(shown).not.toContain('à corriger')
})

test('an error inside a list belongs to its group', () => {
  const form = { page, draft: { values: { sectors: ['a'] }, errors: { 'sectors.0': 'Inconnu.' } } }
  const shown = html(
    <Form {...form} action="/x" button="Ok">
      <Choices {...form} name="sectors" label="Secteurs" many options={[{ value: 'a', label: 'A' }]} />
    </Form>,
  )
  expect(shown).toMatch(/<a href="#sectors-0"><b>Secteurs<\/b> Inconnu\./)
})

test('what people wrote is never markup', () => {
  const nasty = '"><script>alert(1)</script>'
  const form = { page, draft: { values: { name: nasty, text: `</textarea>${nasty}` }, errors: { name: nasty } } }
  const shown = html(
    <Form {...form} action="/x" button="Ok">
      <Field {...form} name="name" label={nasty} />
      <TextArea {...form} name="text" label="Texte" maxlength={100} />
    </Form>,
  )
  expect(shown).not.toContain('<script')
  expect(shown.match(/<\/textarea>/g)).toHaveLength(1)
})

test('a password is never shown again', () => {
  const form = { page, draft: { values: { password: 'correct horse' }, errors: {} } }
  expect(html(<Field {...form} name="password" type="password" label="Mot de passe" />)).not.toContain('correct horse')
})

test('ticked boxes stay ticked', () => {
  const options = [
    { value: 'games', label: 'Jeux' },
    { value: 'cinema', label: 'Cinéma' },
  ]
  const form = { page, draft: { values: { sectors: ['cinema'], terms: 'on', digest: false }, errors: {} } }
  const shown = html(<Choices {...form} name="sectors" label="Secteurs" many options={options} />)
  expect(shown).toMatch(/value="cinema" checked/)
  expect(shown).not.toMatch(/value="games" checked/)
  expect(html(<Toggle {...form} name="terms" label="Oui" />)).toContain('checked')
  expect(html(<Toggle {...form} name="digest" label="Oui" />)).not.toContain('checked')
})

test('a repeated group shows its rows and two empty ones', () => {
  const form = { page, draft: { values: { places: [{ city: 'Lyon' }] }, errors: { 'places.0.city': 'Inconnue.' } } }
  const shown = html(
    <Repeater
      {...form}
      name="places"
      label="Lieux"
      each="Lieu"
      row={(row) => <Field {...form} name={`${row}.city`} label="Ville" />}
    />,
  )
  expect(shown).toContain('name="places.0.city"')
  expect(shown).toContain('value="Lyon"')
  expect(shown).toContain('name="places.2.city"')
  expect(shown).not.toContain('name="places.3.city"')
  expect(shown).toContain('name="places.__row__.city"')
  expect(shown).toContain('Inconnue.')
})

test('two forms of a page share no id', () => {
  const form = { page, draft: blank }
  const shown = html(
    <Form {...form} id="invite" action="/x" button="Ok">
      <Field {...form} name="email" label="Adresse" />
    </Form>,
  )
  expect(shown).toContain('id="invite.email"')
  expect(shown).toContain('for="invite.email"')
  expect(shown).toContain('name="email"')
})

test('values are found flat or nested', () => {
  const nested: Draft = { values: { title: { fr: 'A' }, places: [{}, {}] }, errors: {} }
  const flat: Draft = { values: { 'title.fr': 'A', 'places.1.city': 'Lyon' }, errors: {} }
  for (const draft of [nested, flat]) {
    expect(textAt(draft, 'title.fr')).toBe('A')
    expect(rowsAt(draft, 'places')).toBe(2)
    expect(textAt(draft, 'title.en')).toBe('')
  }
  expect(textsAt({ values: { a: 'x' }, errors: {} }, 'a')).toEqual(['x'])
  expect(rowsAt(blank, 'places')).toBe(0)
})
