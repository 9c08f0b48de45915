import yazl from 'yazl'

export type Files = Readonly<Record<string, string | Buffer>>

const csv = (lines: readonly (readonly string[])[]) =>
  `${lines.map((line) => line.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`

/** The official form of ROME in small: two sheets, three job titles, four skills. */
export const romeFilesExample = (): Record<string, string> => ({
  'unix_grand_domaine_v460_utf8.csv': csv([
    ['code_grand_domaine', 'libelle_grand_domaine'],
    ['L', 'Spectacle'],
  ]),
  'unix_domaine_professionnel_v460_utf8.csv': csv([
    ['code_domaine_professionnel', 'libelle_domaine_professionnel'],
    ['L15', "Techniciens de l'image"],
  ]),
  'unix_referentiel_code_rome_v460_utf8.csv': csv([
    ['code_rome', 'code_fiche_metier', 'libelle_rome'],
    ['L1510', '1', "Animateur / Animatrice de films d'animation"],
    ['L1511', '2', 'Scripte'],
  ]),
  'unix_referentiel_appellation_v460_utf8.csv': csv([
    ['code_ogr', 'libelle_appellation_long', 'libelle_appellation_court', 'code_rome'],
    ['10', 'Animateur / Animatrice 3D', 'Animateur 3D', 'L1510'],
    ['11', 'Storyboardeur / Storyboardeuse', 'Storyboardeur', 'L1510'],
    ['12', 'Scripte', 'Scripte', 'L1511'],
  ]),
  'unix_texte_v460_utf8.csv': csv([
    ['code_rome', 'code_compo_bloc', 'libelle_type_texte', 'position_phrase', 'libelle_texte'],
    ['L1510', '3', 'definition', '2', 'Peut coordonner une équipe.'],
    ['L1510', '3', 'definition', '1', "Crée les images d''un film."],
    ['L1511', '4', 'acces_metier', '1', 'Avec un diplôme.'],
  ]),
  'unix_referentiel_competence_v460_utf8.csv': csv([
    ['code_ogr', 'libelle_competence', 'definition', 'code_ogr_macro_comp', 'cat_comp'],
    ['100', 'Dessiner', '', '', 'Savoir-faire'],
    ['101', 'Dessiner un storyboard', '', '100', 'Savoir-faire'],
    ['102', 'Faire preuve de rigueur', '', '', 'Savoir-être professionnel'],
  ]),
  'unix_referentiel_savoir_v460_utf8.csv': csv([
    ['code_ogr_savoir', 'libelle_savoir', 'sous_categorie_savoir'],
    ['200', 'Blender', 'Logiciels, progiciels'],
    ['201', 'Histoire du cinéma', 'Arts et culture'],
  ]),
  'unix_referentiel_contexte_travail_v460_utf8.csv': csv([
    ['code_ogr', 'libelle_cont_travail', 'libelle_type_cont_trav'],
    ['300', 'Travail de nuit', 'Horaires et durée du travail'],
  ]),
  'unix_coherence_item_v460_utf8.csv': csv([
    ['code_rome', 'code_ogr', 'coeur_metier'],
    ['L1510', '101', 'Principale'],
  ]),
  'unix_liens_rome_referentiels_v460_utf8.csv': csv([
    ['code_rome', 'code_compo_bloc', 'code_rubrique', 'code_ogr'],
    ['L1510', '5', '1', '101'],
    ['L1510', '5', '3', '200'],
    ['L1510', '6', '', '300'],
    ['L1511', '5', '2', '102'],
    ['L1511', '2', '', '12'],
  ]),
})
export const mobilityExample = {
  'unix_rubrique_mobilite_v460_utf8.csv': csv([
    ['code_rome', 'code_rome_cible', 'numero_ordre'],
    ['L1511', 'L1510', '1'],
    ['L1511', 'Z9999', '2'],
  ]),
}

const skill = (id: string) => `http://data.europa.eu/esco/skill/${id}`
const occupation = (id: string) => `http://data.europa.eu/esco/occupation/${id}`
/** The official form of ESCO in small: two occupations, one of them without French. */
export const escoFilesExample = (): Record<string, string> => ({
  'ISCOGroups_en.csv': csv([
    ['code', 'preferredLabel'],
    ['2', 'Professionals'],
    ['2166', 'Graphic and multimedia designers'],
  ]),
  'occupations_en.csv': csv([
    ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels', 'description', 'code'],
    [occupation('a'), '2166', '3D animator', '3D animator\nCG animator', 'Animates 3D models.', '2166.1'],
    [occupation('b'), '2166', 'motion tracer', '', 'Traces movement.', '2166.2'],
  ]),
  'occupations_fr_labels.csv': csv([
    ['conceptUri', 'preferredLabel', 'altLabels'],
    [occupation('a'), 'animateur 3D/animatrice 3D', 'animateur 3D|animateur numérique'],
  ]),
  'skillGroups_en.csv': csv([
    ['conceptUri', 'preferredLabel', 'description', 'code'],
    [skill('S'), 'skills', '', 'S'],
  ]),
  'skills_en.csv': csv([
    ['conceptUri', 'skillType', 'reuseLevel', 'preferredLabel', 'altLabels', 'description'],
    [
      skill('1'),
      'skill/competence',
      'sector-specific',
      'animate 3D organic forms',
      'animate forms',
      'Vitalise models.',
    ],
    [skill('2'), 'knowledge', 'cross-sector', 'motion capture', '', ''],
    [skill('3'), 'skill/competence', 'transversal', 'work in teams', '', ''],
  ]),
  'skills_fr_labels.csv': csv([
    ['conceptUri', 'preferredLabel', 'altLabels'],
    [skill('1'), 'animer des formes organiques en 3D', ''],
  ]),
  'broaderRelationsSkillPillar.csv': csv([
    ['conceptType', 'conceptUri', 'broaderType', 'broaderUri'],
    ['K', skill('1'), 'SkillGroup', skill('S')],
    ['K', skill('2'), 'K', skill('1')],
    ['K', skill('1'), 'K', skill('2')],
  ]),
  'occupationSkillRelations.csv': csv([
    ['occupationUri', 'relationType', 'skillType', 'skillUri'],
    [occupation('a'), 'essential', 'skill/competence', skill('1')],
    [occupation('a'), 'optional', 'knowledge', skill('2')],
    [occupation('b'), 'essential', 'knowledge', skill('2')],
    [occupation('gone'), 'essential', 'knowledge', skill('2')],
  ]),
})

/** An archive of files, in memory. */
export async function zipOf(files: Files): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
export const archive = async (files: Files, name = 'archive.zip') => ({ bytes: await zipOf(files), name })
