import { describe, expect, test } from 'vitest'
import { frenchCv } from '../examples/files.ts'
import { partialDay, spanIn } from './cv-dates.ts'
import { contactsIn, headingOf, isName, languageOfText } from './cv-text.ts'
import { findTerms, termIndex } from './find-terms.ts'
import { fluencyOf, languageCode, languageName } from './languages.ts'
import { recognise } from './recognise.ts'
import { levelOf } from './skill-levels.ts'

const skills = termIndex([
  { id: 'blender', name: 'Blender' },
  { id: 'animer', name: 'Animer des personnages' },
  { id: 'animation', name: 'Animation' },
  { id: 'animation3d', name: 'Animation 3D' },
  { id: 'eclairage', name: 'Éclairage' },
  { id: 'c', name: 'C' },
  { id: 'cpp', name: 'C++' },
  { id: 'csharp', name: 'C#' },
  { id: 'after', name: 'After Effects' },
  { id: 'mise', name: 'Mise en œuvre' },
])
const occupations = termIndex([
  { id: 'animateur', name: 'Animatrice 3D' },
  { id: 'animateur', name: '3D animator' },
])
const idsIn = (text: string) => findTerms(skills, text).map(({ id }) => id)

describe('skills in a text', () => {
  test('are found whatever their accents and capitals, whole words only', () => {
    expect(idsIn('BLENDER, eclairage et ÉCLAIRAGES')).toEqual(['blender', 'eclairage'])
    expect(idsIn('Blenders, réanimation')).toEqual([])
    expect(idsIn('mise en oeuvre')).toEqual(['mise'])
  })
  test('the longest name wins, and what it covers is not read again', () => {
    expect(idsIn('Animation 3D')).toEqual(['animation3d'])
    expect(idsIn('animation, animation 3d')).toEqual(['animation', 'animation3d'])
  })
  test('do not cross sentences, and short names are taken at their letter only', () => {
    expect(idsIn('Le jour d’after. Effects')).toEqual([])
    expect(idsIn('C++ et C#, puis C')).toEqual(['cpp', 'csharp', 'c'])
    expect(idsIn('c’est à c près')).toEqual([])
  })
  test('come with the place where they stand', () => {
    const text = 'Logiciels : After  Effects'
    const [found] = findTerms(skills, text)
    expect(text.slice(found?.from, found?.to)).toBe('After  Effects')
  })
})

describe('dates', () => {
  test.each([
    ['mars 2019 – aujourd’hui', '2019-03', undefined, true],
    ['de 09/2015 à 06/2018', '2015-09', '2018-06', false],
    ['Depuis janvier 2020', '2020-01', undefined, true],
    ['2014 - 2016', '2014', '2016', false],
    ['Sept. 2018 - févr. 2021', '2018-09', '2021-02', false],
    ['janvier – mars 2019', '2019-01', '2019-03', false],
    ['June 2012 to present', '2012-06', undefined, true],
    ['01/02/2016 au 30/06/2017', '2016-02-01', '2017-06-30', false],
    ['Diplôme, 2014', undefined, '2014', false],
    ['2019-03 – 2020-05', '2019-03', '2020-05', false],
  ])('« %s »', (line, startDate, endDate, isCurrent) => {
    const span = spanIn(line)
    expect([span?.startDate, span?.endDate, span?.isCurrent]).toEqual([startDate, endDate, isCurrent])
  })
  test.each([['69003 Lyon'], ['06 12 34 56 78'], ['2000 €'], ['un plan de 1200 images']])('« %s » is none', (line) => {
    expect(spanIn(line)).toBeNull()
  })
  test('of the thirteenth month are none', () => {
    expect(partialDay('13/2019')).toBeNull()
    expect(partialDay('2019-13')).toBeNull()
    expect(partialDay('1er mars 2019')).toBe('2019-03-01')
  })
})

describe('headings', () => {
  test.each([
    ['EXPÉRIENCES PROFESSIONNELLES', 'work'],
    ['Expérience professionnelle :', 'work'],
    ['Work experience', 'work'],
    ['Formation & diplômes', 'education'],
    ['Education', 'education'],
    ['C O M P É T E N C E S', 'skills'],
    ['Compétences linguistiques', 'languages'],
    ['Langues et centres d’intérêt', 'languages'],
    ['Expérience associative', 'volunteer'],
    ['À propos de moi', 'summary'],
    ['Centres d’intérêt', 'interests'],
  ])('« %s » begins %s', (line, section) => {
    expect(headingOf(line)).toBe(section)
  })
  test.each([
    ['Formation de deux stagiaires à l’animation'],
    ['Responsable formation, Studio des Ponts'],
    ['Anglais courant'],
    ['2014 – 2016'],
  ])('« %s » is none', (line) => {
    expect(headingOf(line)).toBeNull()
  })
})

describe('people, languages and levels', () => {
  test('a name has capitals and no figures', () => {
    expect(['Camille Roussel', 'INÈS VALETTE', 'Jean-Luc de La Tour'].map(isName)).toEqual([true, true, true])
    expect(['Curriculum Vitae', '12 rue des Ponts', 'animatrice 3D', 'Lyon'].map(isName)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
  test('contacts are found wherever they stand', () => {
    const { emails, phones, links } = contactsIn(
      'a.b@c.org ; +33 6 12 34 56 78 ; 06.12.34.56.78 ; linkedin.com/in/ab, https://x.io/y.',
    )
    expect([emails, phones, links].map((list) => list.map(({ value }) => value))).toEqual([
      ['a.b@c.org'],
      ['+33 6 12 34 56 78', '06.12.34.56.78'],
      ['linkedin.com/in/ab', 'https://x.io/y'],
    ])
  })
  test('languages are known by their names in French, English and themselves, and by their codes', () => {
    expect(['Anglais', 'english', 'Deutsch', 'swe', 'fre', 'pt-BR', 'klingon', 'xx'].map(languageCode)).toEqual([
      'en',
      'en',
      'de',
      'sv',
      'fr',
      'pt',
      null,
      null,
    ])
    expect(languageName('en', 'fr')).toBe('Anglais')
  })
  test('levels are read as people say them', () => {
    expect(['langue maternelle', 'Courant', 'C2', 'B1 (TOEIC 650)', 'scolaire', 'notions', '—'].map(fluencyOf)).toEqual(
      ['native', 'C1', 'C2', 'B1', 'A2', 'A1', null],
    )
    expect(['Expert', 'Avancé', 'Intermédiaire', 'Débutant', '7/10'].map(levelOf)).toEqual([4, 3, 2, 1, null])
  })
  test('the language of a text is that of its small words', () => {
    expect(languageOfText(frenchCv)).toBe('fr')
    expect(languageOfText('I work for the studio and lead a team of animators in the city with care')).toBe('en')
    expect(
      languageOfText('Ich bin seit Jahren in der Animation tätig und arbeite mit dem Team für die Produktion'),
    ).toBe('de')
    expect(languageOfText('Blender')).toBeNull()
  })
})

describe('a CV', () => {
  const english = `JANE DOE
3D animator
jane@example.org

WORK EXPERIENCE
3D animator, Bridge Studios, Lyon
June 2018 - present
Feature film animation.
• Led a team of four
Junior animator – Bubble Ltd
2015 - 2018

EDUCATION
BA Animation, Arts University, 2012 - 2015

LANGUAGES
English (native), French – B2
`
  test('with titles above their dates is read too', () => {
    const { found, language } = recognise(english, { skills, occupations })
    const entries = found.flatMap((one) => (one.kind === 'entry' ? [[one.list, one.item]] : []))
    expect(language).toBeNull()
    expect(entries).toEqual([
      [
        'work',
        {
          position: '3D animator',
          name: 'Bridge Studios',
          location: 'Lyon',
          startDate: '2018-06',
          summary: 'Feature film animation.',
          highlights: ['Led a team of four'],
        },
      ],
      ['work', { position: 'Junior animator', name: 'Bubble Ltd', startDate: '2015', endDate: '2018' }],
      [
        'education',
        { institution: 'Arts University', studyType: 'BA', area: 'Animation', startDate: '2012', endDate: '2015' },
      ],
      ['languages', { language: 'English', fluency: 'Langue maternelle' }],
      ['languages', { language: 'French', fluency: 'B2' }],
    ])
  })
  test('places lead back into the text', () => {
    const { found } = recognise(frenchCv, { skills, occupations })
    const at = (kind: string) =>
      found.filter((one) => one.kind === kind).map(({ from, to }) => frenchCv.slice(from, to))
    expect(at('skill')).toContain('Animer des personnages')
    expect(at('occupation')).toEqual(['Animatrice 3D'])
    expect(at('basics')).toContain('camille.roussel@example.org')
  })
})
