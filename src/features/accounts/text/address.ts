import { featureText } from '../../../kernel/text.ts'

/** Words for moving an account to another e-mail address. */
export const addressText = featureText('accounts.address', {
  fr: {
    title: 'Changer d’adresse',
    intro:
      'Nous envoyons un lien à la nouvelle adresse ; elle remplace l’ancienne dès que vous l’ouvrez. D’ici là, rien ne change.',
    now: 'Adresse actuelle',
    email: 'Nouvelle adresse',
    emailHelp: 'Une adresse que vous êtes seul(e) à lire.',
    button: 'Envoyer le lien',
    same: 'C’est déjà votre adresse. Indiquez-en une autre.',
    sent: 'Un lien de confirmation est parti à {{email}}.',
    confirmTitle: 'Confirmer la nouvelle adresse',
    confirmBody: 'Un dernier geste : confirmez que cette adresse est la vôtre. Elle remplacera l’ancienne.',
    confirmButton: 'Prendre cette adresse',
    done: 'Votre adresse est maintenant {{email}}.',
    taken: 'Cette adresse appartient entre-temps à un autre compte. Choisissez-en une autre.',
    otherAccount:
      'Ce lien a été demandé depuis un autre compte que celui qui est ouvert ici. Déconnectez-vous, puis ouvrez-le de nouveau.',
    askAnother: 'Demander un autre lien',
  },
  en: {
    title: 'Change address',
    intro:
      'We send a link to the new address; it replaces the old one as soon as you open it. Until then nothing changes.',
    now: 'Present address',
    email: 'New address',
    emailHelp: 'An address that nobody but you reads.',
    button: 'Send the link',
    same: 'This is your address already. Give another one.',
    sent: 'A link to confirm it has been sent to {{email}}.',
    confirmTitle: 'Confirm the new address',
    confirmBody: 'One last thing: confirm that this address is yours. It will replace the old one.',
    confirmButton: 'Take this address',
    done: 'Your address is now {{email}}.',
    taken: 'This address belongs to another account by now. Choose another one.',
    otherAccount:
      'This link was asked for by another account than the one that is open here. Sign out, then open it again.',
    askAnother: 'Ask for another link',
  },
})
