import { featureText } from '../../../kernel/text.ts'

/** Why a file is not taken: each says what to do. */
export const refusalText = featureText('documents.refusals', {
  fr: {
    missing: 'Choisissez un fichier.',
    tooLarge:
      'Ce fichier pèse {{size}}, et {{most}} au plus sont possibles ici. Réduisez-le, ou donnez un lien vers lui.',
    bytes_one: '{{shown}} octet',
    bytes_other: '{{shown}} octets',
    empty: 'Ce fichier est vide. Vérifiez-le et choisissez-le de nouveau.',
    unknown: 'Nous ne reconnaissons pas ce fichier. Possibles ici : {{kinds}}.',
    notHere: 'C’est un fichier {{kind}}, et il n’a pas sa place ici. Possibles : {{kinds}}.',
    program: 'Les programmes et les pages web ne sont pas acceptés. Possibles ici : {{kinds}}.',
    mismatch:
      'Ce fichier n’est pas ce que son nom annonce : son contenu est {{kind}}. Enregistrez-le de nouveau dans le bon format.',
    damaged: 'Ce fichier est abîmé : il ne s’ouvre pas. Enregistrez-le de nouveau, puis renvoyez-le.',
    bomb: 'Ce fichier compressé prendrait une place démesurée une fois ouvert. Il est refusé.',
    macros: 'Ce document contient des macros. Enregistrez-le sans macros, ou en PDF.',
    locked: 'Ce PDF demande un mot de passe. Enregistrez-le sans protection, puis renvoyez-le.',
    lively: 'Cette image SVG contient plus qu’un dessin (script, lien ou fichier extérieur). Exportez-la en PNG.',
    hugePicture: 'Cette image a trop de points : 64 millions au plus (8 000 × 8 000). Réduisez-la.',
  },
  en: {
    missing: 'Choose a file.',
    tooLarge: 'This file is {{size}}, and {{most}} is the most here. Make it smaller, or give a link to it.',
    bytes_one: '{{shown}} byte',
    bytes_other: '{{shown}} bytes',
    empty: 'This file is empty. Check it and choose it again.',
    unknown: 'We do not recognise this file. Possible here: {{kinds}}.',
    notHere: 'This is a file of the kind {{kind}}, which has no place here. Possible: {{kinds}}.',
    program: 'Programs and web pages are not accepted. Possible here: {{kinds}}.',
    mismatch: 'This file is not what its name says: its content is {{kind}}. Save it again in the right format.',
    damaged: 'This file is damaged: it does not open. Save it again, then send it once more.',
    bomb: 'This compressed file would become enormous when opened. It is refused.',
    macros: 'This document contains macros. Save it without macros, or as a PDF.',
    locked: 'This PDF asks for a password. Save it without protection, then send it again.',
    lively: 'This SVG picture holds more than a drawing (a script, a link or another file). Export it as PNG.',
    hugePicture: 'This picture has too many points: 64 million at most (8,000 × 8,000). Make it smaller.',
  },
})
