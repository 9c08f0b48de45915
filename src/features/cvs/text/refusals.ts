import { featureText } from '../../../kernel/text.ts'

/** Why a file, a CV or a link is refused. */
export const refusalText = featureText('cvs.refusals', {
  fr: {
    day: 'Écrivez une date, par exemple 2027-03-31.',
    dayPast: 'Cette date est passée\u00a0: choisissez un jour à venir.',
    fileMissing: 'Choisissez un fichier.',
    empty: 'Ce fichier est vide. Rien n’a été gardé.',
    tooBig:
      'Ce fichier dépasse 10\u00a0Mo. Un CV sans photos lourdes en fait rarement plus d’un\u00a0: exportez-le à nouveau, plus léger. Rien n’a été gardé.',
    corrupt:
      'Ce fichier est abîmé et ne s’ouvre pas. Exportez-le à nouveau depuis votre traitement de texte, puis réessayez. Rien n’a été gardé.',
    encrypted:
      'Ce fichier est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis réessayez. Rien n’a été gardé.',
    scanned:
      'Ce PDF est une image\u00a0: il ne contient pas de texte que nous puissions lire. Exportez-le depuis votre traitement de texte, ou faites-y reconnaître le texte (OCR). Rien n’a été gardé.',
    bomb: 'Ce fichier se déplie en une masse démesurée de données\u00a0: nous ne l’ouvrons pas. Exportez votre CV à nouveau. Rien n’a été gardé.',
    tooManyPages:
      'Ce PDF a plus de 60\u00a0pages\u00a0: ce n’est sans doute pas un CV. Envoyez seulement les pages du CV. Rien n’a été gardé.',
    oldWord:
      'Ce fichier est d’un ancien format de Word, ou protégé par un mot de passe. Enregistrez-le au format .docx ou .pdf, sans mot de passe. Rien n’a été gardé.',
    rtf: 'Les fichiers RTF ne sont pas lus ici. Enregistrez votre CV au format .docx, .odt ou .pdf. Rien n’a été gardé.',
    picture:
      'Ceci est une image\u00a0: nous n’y lisons pas de texte. Envoyez votre CV en PDF, DOCX ou ODT. Rien n’a été gardé.',
    unknown:
      'Ce fichier n’est ni un PDF, ni un DOCX, ni un ODT, ni un export JSON Resume ou Europass, quel que soit son nom. Rien n’a été gardé.',
    notResume: 'Ce fichier JSON ou XML n’est ni un JSON Resume, ni un export Europass. Rien n’a été gardé.',
    noText: 'Ce fichier ne contient pas de texte. Rien n’a été gardé.',
    nothingFound:
      'Nous n’avons rien reconnu dans ce fichier\u00a0: ni expérience, ni formation, ni compétence de notre liste. Rien n’a été gardé.',
    entities:
      'Ce fichier définit ses propres entités XML, ce qu’un CV ne fait pas\u00a0: nous ne l’ouvrons pas. Rien n’a été gardé.',
    slow: 'La lecture de ce fichier a duré trop longtemps et a été arrêtée. Exportez votre CV à nouveau, plus simplement. Rien n’a été gardé.',
    heavy:
      'La lecture de ce fichier demande trop de mémoire et a été arrêtée. Exportez votre CV à nouveau, plus simplement. Rien n’a été gardé.',
    mostCvs: 'Vous avez déjà 30\u00a0CV. Supprimez-en un pour en faire un autre.',
    mostLinks: 'Ce CV a déjà 50\u00a0liens ouverts. Révoquez-en un pour en créer un autre.',
    profileFull: 'Votre profil serait trop long\u00a0: décochez des éléments, ou supprimez-en de votre profil.',
  },
  en: {
    day: 'Write a date, for example 2027-03-31.',
    dayPast: 'This date has passed: choose a day to come.',
    fileMissing: 'Choose a file.',
    empty: 'This file is empty. Nothing was kept.',
    tooBig:
      'This file is larger than 10 MB. A CV without heavy photos rarely has more than one: export it again, lighter. Nothing was kept.',
    corrupt:
      'This file is damaged and cannot be opened. Export it again from your word processor, then try again. Nothing was kept.',
    encrypted:
      'This file is protected by a password. Save a copy of it without a password, then try again. Nothing was kept.',
    scanned:
      'This PDF is a picture: it has no text that we could read. Export it from your word processor, or have its text recognised (OCR). Nothing was kept.',
    bomb: 'This file unfolds into an enormous mass of data: we do not open it. Export your CV again. Nothing was kept.',
    tooManyPages:
      'This PDF has more than 60 pages: it is probably no CV. Send the pages of the CV only. Nothing was kept.',
    oldWord:
      'This file is of an old Word format, or protected by a password. Save it as .docx or .pdf, without a password. Nothing was kept.',
    rtf: 'RTF files are not read here. Save your CV as .docx, .odt or .pdf. Nothing was kept.',
    picture: 'This is a picture: we read no text in it. Send your CV as PDF, DOCX or ODT. Nothing was kept.',
    unknown:
      'This file is neither a PDF, nor a DOCX, nor an ODT, nor a JSON Resume or Europass export, whatever its name. Nothing was kept.',
    notResume: 'This JSON or XML file is neither a JSON Resume nor a Europass export. Nothing was kept.',
    noText: 'This file has no text in it. Nothing was kept.',
    nothingFound:
      'We recognised nothing in this file: no experience, no education, no skill of our list. Nothing was kept.',
    entities: 'This file defines XML entities of its own, which a CV does not do: we do not open it. Nothing was kept.',
    slow: 'Reading this file took too long and was stopped. Export your CV again, more simply. Nothing was kept.',
    heavy:
      'Reading this file takes too much memory and was stopped. Export your CV again, more simply. Nothing was kept.',
    mostCvs: 'You have 30 CVs already. Delete one to make another.',
    mostLinks: 'This CV has 50 open links already. Revoke one to create another.',
    profileFull: 'Your profile would be too long: untick some items, or remove some from your profile.',
  },
})
