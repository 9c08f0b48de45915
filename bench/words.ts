/** Chance that is the same in every run (mulberry32). */
export function chance(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    next,
    below,
    one: <Value>(values: readonly Value[]) => values[below(values.length)] as Value,
    /**
     * Few values often, many hardly ever: that of rank r in proportion to 1 / (r + flat) (Zipf and Mandelbrot). The words of
     * names are less even (flat 5: the first in one name of twenty) than those of texts, whose frequent words say nothing.
     */
    often: <Value>(values: readonly Value[], flat = 0) =>
      values[Math.floor((flat + 1) * ((values.length + flat + 1) / (flat + 1)) ** next() - flat) - 1] as Value,
  }
}
export type Chance = ReturnType<typeof chance>

const trades = `studio images production numérique films atelier animation jeux création média pixel cinéma son vidéo effets
spéciaux audiovisuel interactif digital lumière scénario montage décors musique édition diffusion distribution
laboratoire recherche école formation conseil prestations tournage plateau caméra réalité virtuelle augmentée mobile
internet web graphique design illustration dessin bande dessinée marionnette volume motion capture rendu texture
modélisation personnage héros monde univers rêve étoile fabrique manufacture maison collectif compagnie groupe agence
bureau technologies systèmes logiciels solutions services international européenne nouvelle grande petite autre`
const names = `martin bernard dubois thomas robert richard petit durand leroy moreau simon laurent lefebvre michel garcia
david bertrand roux vincent fournier morel girard andré lefèvre mercier dupont lambert bonnet françois martinez legrand
garnier faure rousseau blanc guérin muller henry roussel nicolas perrin morin mathieu clément gauthier dumont lopez
fontaine chevalier robin masson sanchez gérard nguyen boyer denis lemaire duval joly gautier roger roche roy noël meyer
lucas meunier jean pérez marchand dufour blanchard marie barbier brun dumas brunet schmitt leroux colas fernandez`
const filling = `avec des les pour dans une sur qui aux par et de la le en du un ses leurs notre entre sans sous chez`
const starts = 'b bl br c ch cl cr d dr f fl fr g gl gr j l m n p pl pr qu r s st t tr v vr'.split(' ')
const vowels = 'a e i o u é è ai au eau ou oi an en in on un eu a e i o'.split(' ')
const ends = 'l r s t n ne lle tte rd nt c que ge re x sse che'.split(' ')

const split = (text: string) => text.split(/\s+/)
function invented(dice: Chance) {
  const syllables = 1 + dice.below(3)
  const body = Array.from({ length: syllables }, () => dice.one(starts) + dice.one(vowels)).join('')
  return body + dice.one(starts) + dice.one(vowels) + dice.one(ends)
}

/** Some ten thousand words that look French: those of the trade first, so that they are the frequent ones. */
export function vocabulary(size = 10_000): readonly string[] {
  const dice = chance(1)
  const words = new Set([...split(trades), ...split(names)])
  while (words.size < size) words.add(invented(dice))
  return [...words]
}
export const fillings = split(filling)
export const surnames = split(names)

/** Towns of the region with their department: the larger, the earlier. */
export const towns = [
  ['Lyon', '69', 45.76, 4.84],
  ['Villeurbanne', '69', 45.77, 4.88],
  ['Grenoble', '38', 45.19, 5.72],
  ['Saint-Étienne', '42', 45.44, 4.39],
  ['Annecy', '74', 45.9, 6.13],
  ['Valence', '26', 44.93, 4.89],
  ['Chambéry', '73', 45.57, 5.92],
  ['Vénissieux', '69', 45.7, 4.89],
  ['Bourg-en-Bresse', '01', 46.2, 5.22],
  ['Roanne', '42', 46.04, 4.07],
  ['Vienne', '38', 45.52, 4.87],
  ['Bourgoin-Jallieu', '38', 45.59, 5.27],
  ['Montélimar', '26', 44.56, 4.75],
  ['Aix-les-Bains', '73', 45.69, 5.91],
  ['Annemasse', '74', 46.19, 6.23],
  ['Thonon-les-Bains', '74', 46.37, 6.48],
  ['Oyonnax', '01', 46.26, 5.66],
  ['Romans-sur-Isère', '26', 45.05, 5.05],
  ['Aubenas', '07', 44.62, 4.39],
  ['Privas', '07', 44.73, 4.6],
] as const
