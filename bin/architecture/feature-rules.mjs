// The rules inside src/features: the name of a file is its layer, and the features stand in one order.

/** From the lowest to the highest: a file imports only names above it in this list. Shapes and tables lean on each other. */
const usualLayers = [
  ['text'],
  ['schema', 'tables'],
  ['rules'],
  ['policy'],
  ['queries'],
  ['actions'],
  ['jobs'],
  ['pages'],
  ['panels'],
  ['routes'],
]
/** The sign-in library stands between who may and what is read. */
const layersOf = (feature) => (feature === 'accounts' ? usualLayers.toSpliced(4, 0, ['auth']) : usualLayers)
const rank = ({ feature, name }) => layersOf(feature).findIndex((names) => names.includes(name))
const publicFiles = new Set(['tables', 'schema', 'rules', 'queries', 'actions'])
const isCode = ({ path }) => /\.tsx?$/.test(path)

const inFeatures = (files) => files.filter((file) => file.layer === 'features' && isCode(file))
/** Pairs of a file of a feature and what it imports of a feature. */
const imports = (files) =>
  inFeatures(files).flatMap((file) =>
    file.imports.filter(({ there }) => there?.feature && there.layer === 'features').map((found) => [file, found]),
  )
/** Tests and examples build records of earlier features with their examples. */
const mayUseExamples = (file) => file.isTest || file.name === 'examples'

export const featureRules = {
  'feature-names': ({ files }) =>
    inFeatures(files)
      .filter((file) => !file.isTest && file.name !== 'examples' && rank(file) === -1)
      .map(({ path, name }) => [path, `${name} is no file name of a feature`]),

  'feature-layers': ({ files }) =>
    imports(files)
      .filter(([file, { there }]) => !file.isTest && file.feature === there.feature && file.name !== 'examples')
      .filter(([file, { there }]) => rank(there) > rank(file))
      .map(([file, { to, there }]) => [file.path, `${file.name} stands below ${there.name} (${to})`]),

  'feature-examples': ({ files }) =>
    imports(files)
      .filter(([file, { there }]) => there.name === 'examples' && !mayUseExamples(file))
      .map(([{ path }, { to }]) => [path, `examples are for tests and the demo (${to})`]),

  'feature-list': ({ files, features }) => {
    const listed = (feature) => features.includes(feature)
    const first = new Map(inFeatures(files).map((file) => [file.feature, file.path]))
    return [...first]
      .filter(([feature]) => !listed(feature))
      .map(([feature, path]) => [path, `${feature} is not in src/features.json`])
  },

  'feature-order': ({ files, features }) =>
    imports(files)
      .filter(([file, { there }]) => features.indexOf(there.feature) > features.indexOf(file.feature))
      .map(([file, { to, there }]) => [
        file.path,
        `${file.feature} comes before ${there.feature} and knows nothing of it (${to})`,
      ]),

  'feature-public': ({ files }) =>
    imports(files)
      .filter(([file, { there }]) => file.feature !== there.feature && !publicFiles.has(there.name))
      .filter(([file, { there }]) => !(there.name === 'examples' && mayUseExamples(file)))
      .map(([{ path }, { to, there }]) => [path, `${there.name} is not a public file of ${there.feature} (${to})`]),

  'feature-readme': ({ paths, files }) =>
    featuresOf(files)
      .filter((feature) => !paths.includes(`src/features/${feature}/README.md`))
      .map((feature) => [`src/features/${feature}`, 'a feature explains itself in a README.md']),

  'feature-text': ({ files }) =>
    featuresOf(files)
      .filter((feature) => !hasBothLanguages(files.filter((file) => file.feature === feature && file.name === 'text')))
      .map((feature) => [`src/features/${feature}`, 'a feature has its words in text.ts, in fr and en']),
}

const featuresOf = (files) => [...new Set(inFeatures(files).map(({ feature }) => feature))]
const hasBothLanguages = (texts) =>
  ['fr', 'en'].every((language) => texts.some(({ code }) => new RegExp(`\\b${language}\\b\\s*[:,}]`).test(code)))
