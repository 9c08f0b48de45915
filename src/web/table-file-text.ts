import { featureText } from '../kernel/text.ts'

/** Why a file of rows cannot be read. */
export const text = featureText('web.table-file', {
  fr: {
    empty: 'Ce fichier est vide.',
    big: 'Ce fichier dépasse {{most}} Mo. Partagez-le en plusieurs fichiers.',
    kind: 'Ce fichier n’est ni un CSV ni un classeur XLSX.',
    broken: 'Ce classeur ne peut pas être lu : il est abîmé, protégé par un mot de passe, ou d’un ancien format.',
    bomb: 'Ce classeur se déploie en un volume démesuré. Il n’a pas été ouvert.',
    noRows: 'Ce fichier n’a qu’une ligne de titres.',
    noHeader: 'La première ligne doit donner les noms des colonnes.',
    long: 'Ce fichier a plus de {{most}} lignes. Partagez-le en plusieurs fichiers.',
    quotes: 'Ligne {{line}} : un guillemet n’est pas refermé, ou la ligne est mal formée.',
    wide: 'Ce fichier a plus de {{most}} colonnes.',
  },
  en: {
    empty: 'This file is empty.',
    big: 'This file is larger than {{most}} MB. Split it into several files.',
    kind: 'This file is neither a CSV file nor an XLSX workbook.',
    broken: 'This workbook cannot be read: it is damaged, protected by a password, or of an old format.',
    bomb: 'This workbook would unfold to an enormous size. It has not been opened.',
    noRows: 'This file has nothing but a line of titles.',
    noHeader: 'The first line must name the columns.',
    long: 'This file has more than {{most}} lines. Split it into several files.',
    quotes: 'Line {{line}}: a quotation mark is not closed, or the line is malformed.',
    wide: 'This file has more than {{most}} columns.',
  },
})
