import { featureText } from '../../../kernel/text.ts'

/** What only imports of organisations say; the words of all imports are the kit's. */
export const text = featureText('organisation-imports.pages', {
  fr: {
    imports: 'Imports',
    importsIntro:
      'Un fichier CSV ou XLSX ajoute et met à jour des organisations. Rien n’est écrit avant que vous ayez vu ce qui changera, et tout peut être annulé.',
    fileHelp: 'La première ligne donne les noms des colonnes. Une cellule vide laisse en place ce qui est déjà connu.',
    fileKinds: 'CSV (virgule, point-virgule ou tabulation) ou XLSX, 10 000 lignes au plus',
    uploadTitle: 'Importer des organisations',
    mappingTitle: 'Colonnes du fichier d’organisations',
    undoConsequence:
      'Les organisations créées par cet import seront retirées, et celles qu’il a modifiées retrouveront exactement leur état précédent.',
    changedSince: 'L’annulation n’est pas possible : ces organisations ont changé depuis l’import : {{names}}.',
    nameMissing: 'Une colonne doit donner le nom des organisations.',
    'reason-noName': 'Il n’y a pas de nom.',
    'reason-wrong': '{{field}} : {{message}}',
    'reason-kindUnknown': 'La nature « {{value}} » n’existe pas.',
    'reason-sectorUnknown': 'Le secteur « {{value}} » n’existe pas.',
    'reason-sameAsLine': 'Cette ligne décrit la même organisation que la ligne {{line}}.',
    'reason-slugUnknown': 'Aucune organisation n’a l’identifiant « {{value}} ».',
    'reason-ambiguous': 'Plusieurs organisations portent ce nom. Ajoutez le SIREN ou l’identifiant.',
    'reason-taken': 'Le numéro officiel {{value}} est celui d’une autre organisation.',
    'reason-likely': 'Existe sans doute déjà sous le nom « {{value}} ». Reprenez son identifiant, {{slug}}.',
    'reason-siretTaken': 'Le SIRET {{value}} est celui d’un autre établissement.',
    directory: 'Annuaire',
    record: 'Organisation',
  },
  en: {
    imports: 'Imports',
    importsIntro:
      'A CSV or XLSX file adds and updates organisations. Nothing is written before you have seen what will change, and everything can be undone.',
    fileHelp: 'The first line names the columns. An empty cell leaves what is already known in place.',
    fileKinds: 'CSV (comma, semicolon or tab) or XLSX, at most 10,000 lines',
    uploadTitle: 'Import organisations',
    mappingTitle: 'Columns of the file of organisations',
    undoConsequence:
      'The organisations that this import created will be removed, and those that it updated will be exactly as they were before.',
    changedSince: 'The import cannot be undone: these organisations have changed since: {{names}}.',
    nameMissing: 'One column must give the names of the organisations.',
    'reason-noName': 'There is no name.',
    'reason-wrong': '{{field}}: {{message}}',
    'reason-kindUnknown': 'There is no type “{{value}}”.',
    'reason-sectorUnknown': 'There is no sector “{{value}}”.',
    'reason-sameAsLine': 'This line describes the same organisation as line {{line}}.',
    'reason-slugUnknown': 'No organisation has the identifier “{{value}}”.',
    'reason-ambiguous': 'Several organisations have this name. Add the SIREN or the identifier.',
    'reason-taken': 'The official number {{value}} is that of another organisation.',
    'reason-likely': 'Is probably already here as “{{value}}”. Use its identifier, {{slug}}.',
    'reason-siretTaken': 'The SIRET {{value}} is that of another establishment.',
    directory: 'Directory',
    record: 'Organisation',
  },
})
