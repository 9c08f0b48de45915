import type { Language } from '../../../kernel/language.ts'
import { featureText } from '../../../kernel/text.ts'

const text = featureText('talents.letters', {
  fr: {
    askedSubject: 'Quelqu’un souhaite échanger avec vous',
    asked:
      'Bonjour,\n\nUne organisation a lu votre profil et vous a écrit. Son message vous attend sur le site\u00a0; rien de votre identité ne lui est donné avant votre réponse.\n\n{{link}}',
    answeredSubject: 'Une réponse à votre demande de contact',
    answered:
      'Bonjour,\n\nUne personne à qui vous aviez écrit vous a répondu. Sa réponse vous attend sur le site.\n\n{{link}}',
    remindSubject: 'Votre profil est-il toujours d’actualité\u202f?',
    remind:
      'Bonjour,\n\nVoici un an que votre profil de talent n’a pas changé. Dites-nous d’un clic s’il est toujours d’actualité. Sans nouvelles de vous d’ici un mois, il ne sera plus visible\u00a0; trois mois plus tard, il sera effacé.\n\n{{link}}',
    sleepSubject: 'Votre profil n’est plus visible',
    sleep:
      'Bonjour,\n\nSans nouvelles de vous, nous avons mis votre profil de talent en sommeil\u00a0: plus personne ne le voit. Vous pouvez le réveiller d’un clic pendant trois mois\u00a0; ensuite, il sera effacé.\n\n{{link}}',
    eraseSubject: 'Votre profil a été effacé',
    erase:
      'Bonjour,\n\nVotre profil de talent, en sommeil depuis trois mois, a été effacé avec tout ce qu’il contenait. Votre compte demeure. Vous pouvez à tout moment recommencer un profil.\n\n{{link}}',
    alertSubject_one: 'Un nouveau talent pour «\u00a0{{name}}\u00a0»',
    alertSubject_other: '{{count}} nouveaux talents pour «\u00a0{{name}}\u00a0»',
    alert: 'Bonjour,\n\nVotre recherche enregistrée trouve des profils que vous n’avez pas encore vus.\n\n{{link}}',
    proposalSubject: 'Votre proposition de compétence «\u00a0{{label}}\u00a0»',
    accepted:
      'Bonjour,\n\nLa compétence que vous avez proposée est maintenant dans la liste, et dans votre profil.\n\n{{link}}',
    alias:
      'Bonjour,\n\nLa compétence que vous avez proposée existait sous un autre nom. Votre profil la cite désormais sous ce nom, et la liste retient le vôtre comme synonyme.\n\n{{link}}',
    refused:
      'Bonjour,\n\nLa compétence que vous avez proposée n’entre pas dans la liste. L’équipe vous en donne la raison\u00a0:\n\n{{words}}\n\n{{link}}',
  },
  en: {
    askedSubject: 'Somebody would like to talk with you',
    asked:
      'Hello,\n\nAn organisation has read your profile and written to you. Its message is waiting on the site; nothing of who you are is given before you answer.\n\n{{link}}',
    answeredSubject: 'An answer to your contact request',
    answered: 'Hello,\n\nSomebody to whom you had written has answered. The answer is waiting on the site.\n\n{{link}}',
    remindSubject: 'Is your profile still up to date?',
    remind:
      'Hello,\n\nYour talent profile has not changed for a year. One click tells us whether it is still up to date. If we do not hear from you within a month, nobody will see it any more; three months later, it will be erased.\n\n{{link}}',
    sleepSubject: 'Your profile is no longer visible',
    sleep:
      'Hello,\n\nAs we have not heard from you, your talent profile has been put to sleep: nobody sees it any more. You can wake it up with one click for three months; after that, it will be erased.\n\n{{link}}',
    eraseSubject: 'Your profile has been erased',
    erase:
      'Hello,\n\nYour talent profile, asleep for three months, has been erased with all that was in it. Your account remains. You can start a new profile at any time.\n\n{{link}}',
    alertSubject_one: 'A new talent for “{{name}}”',
    alertSubject_other: '{{count}} new talents for “{{name}}”',
    alert: 'Hello,\n\nYour saved search finds profiles that you have not seen yet.\n\n{{link}}',
    proposalSubject: 'The skill “{{label}}” that you proposed',
    accepted: 'Hello,\n\nThe skill that you proposed is now in the list, and in your profile.\n\n{{link}}',
    alias:
      'Hello,\n\nThe skill that you proposed existed under another name. Your profile now names it so, and the list keeps yours as a synonym.\n\n{{link}}',
    refused:
      'Hello,\n\nThe skill that you proposed does not enter the list. The team tells you why:\n\n{{words}}\n\n{{link}}',
  },
})
type Letter = { readonly subject: string; readonly text: string }

/** Mails say that something waits, and where; never who, so that nothing private stands in a mailbox. */
export const letter = (language: Language) => {
  const t = text(language)
  return {
    asked: (link: string): Letter => ({ subject: t('askedSubject'), text: t('asked', { link }) }),
    answered: (link: string): Letter => ({ subject: t('answeredSubject'), text: t('answered', { link }) }),
    remind: (link: string): Letter => ({ subject: t('remindSubject'), text: t('remind', { link }) }),
    sleep: (link: string): Letter => ({ subject: t('sleepSubject'), text: t('sleep', { link }) }),
    erase: (link: string): Letter => ({ subject: t('eraseSubject'), text: t('erase', { link }) }),
    alert: (name: string, count: number, link: string): Letter => ({
      subject: t('alertSubject', { name, count }),
      text: t('alert', { link }),
    }),
    proposal: (answer: 'accepted' | 'alias' | 'refused', label: string, words: string, link: string): Letter => ({
      subject: t('proposalSubject', { label }),
      text: answer === 'refused' ? t('refused', { words, link }) : t(answer, { link }),
    }),
  }
}
