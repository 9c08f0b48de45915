import type { Language } from '../../../kernel/language.ts'
import type { Localised } from '../../../kernel/localised.ts'
import { featureText } from '../../../kernel/text.ts'

const text = featureText('talents.letters', {
  fr: {
    askedSubject: 'Quelqu’un souhaite échanger avec vous',
    asked:
      'Une organisation a lu votre profil et vous a écrit. Son message vous attend sur le site\u00a0; rien de votre identité ne lui est donné avant votre réponse.',
    answeredSubject: 'Une réponse à votre demande de contact',
    answered: 'Une personne à qui vous aviez écrit vous a répondu. Sa réponse vous attend sur le site.',
    remindSubject: 'Votre profil est-il toujours d’actualité\u202f?',
    remind:
      'Voici un an que votre profil de talent n’a pas changé. Dites-nous d’un clic s’il est toujours d’actualité. Sans nouvelles de vous d’ici un mois, il ne sera plus visible\u00a0; trois mois plus tard, il sera effacé.',
    sleepSubject: 'Votre profil n’est plus visible',
    sleep:
      'Sans nouvelles de vous, nous avons mis votre profil de talent en sommeil\u00a0: plus personne ne le voit. Vous pouvez le réveiller d’un clic pendant trois mois\u00a0; ensuite, il sera effacé.',
    eraseSubject: 'Votre profil a été effacé',
    erase:
      'Votre profil de talent, en sommeil depuis trois mois, a été effacé avec tout ce qu’il contenait. Votre compte demeure. Vous pouvez à tout moment recommencer un profil.',
    alertSubject_one: 'Un nouveau talent pour «\u00a0{{name}}\u00a0»',
    alertSubject_other: '{{count}} nouveaux talents pour «\u00a0{{name}}\u00a0»',
    alert: 'Votre recherche enregistrée trouve des profils que vous n’avez pas encore vus.',
    proposalSubject: 'Votre proposition de compétence «\u00a0{{label}}\u00a0»',
    accepted: 'La compétence que vous avez proposée est maintenant dans la liste, et dans votre profil.',
    alias:
      'La compétence que vous avez proposée existait sous un autre nom. Votre profil la cite désormais sous ce nom, et la liste retient le vôtre comme synonyme.',
    refused:
      'La compétence que vous avez proposée n’entre pas dans la liste. L’équipe vous en donne la raison\u00a0:\n\n{{words}}',
    kindContact: 'Quelqu’un souhaite échanger avec moi (profil de talent)',
    kindAnswer: 'Un talent répond à ma demande de contact',
    kindConsent: 'La durée de vie de mon profil de talent',
    kindAlert: 'Mes recherches de talents enregistrées',
    kindProposal: 'Les compétences que j’ai proposées',
    duty: 'Répondre à {{name}}, qui souhaite échanger avec vous',
    dutyLabel: 'Répondre à une demande de contact',
    conversation: 'Demande de contact',
    acceptance: 'Bonjour, j’accepte d’échanger avec vous.',
  },
  en: {
    askedSubject: 'Somebody would like to talk with you',
    asked:
      'An organisation has read your profile and written to you. Its message is waiting on the site; nothing of who you are is given before you answer.',
    answeredSubject: 'An answer to your contact request',
    answered: 'Somebody to whom you had written has answered. The answer is waiting on the site.',
    remindSubject: 'Is your profile still up to date?',
    remind:
      'Your talent profile has not changed for a year. One click tells us whether it is still up to date. If we do not hear from you within a month, nobody will see it any more; three months later, it will be erased.',
    sleepSubject: 'Your profile is no longer visible',
    sleep:
      'As we have not heard from you, your talent profile has been put to sleep: nobody sees it any more. You can wake it up with one click for three months; after that, it will be erased.',
    eraseSubject: 'Your profile has been erased',
    erase:
      'Your talent profile, asleep for three months, has been erased with all that was in it. Your account remains. You can start a new profile at any time.',
    alertSubject_one: 'A new talent for “{{name}}”',
    alertSubject_other: '{{count}} new talents for “{{name}}”',
    alert: 'Your saved search finds profiles that you have not seen yet.',
    proposalSubject: 'The skill “{{label}}” that you proposed',
    accepted: 'The skill that you proposed is now in the list, and in your profile.',
    alias:
      'The skill that you proposed existed under another name. Your profile now names it so, and the list keeps yours as a synonym.',
    refused: 'The skill that you proposed does not enter the list. The team tells you why:\n\n{{words}}',
    kindContact: 'Somebody would like to talk with me (talent profile)',
    kindAnswer: 'A talent answers my contact request',
    kindConsent: 'How long my talent profile lives',
    kindAlert: 'My saved searches for talents',
    kindProposal: 'The skills that I proposed',
    duty: 'Answer {{name}}, who would like to talk with you',
    dutyLabel: 'Answer a contact request',
    conversation: 'Contact request',
    acceptance: 'Hello, I agree to talk with you.',
  },
})
type Told = { readonly title: Localised; readonly text: Localised }
const both = (say: (t: ReturnType<typeof text>) => string): Localised => ({ fr: say(text('fr')), en: say(text('en')) })
const told = (title: (t: ReturnType<typeof text>) => string, body: (t: ReturnType<typeof text>) => string): Told => ({
  title: both(title),
  text: both(body),
})

/** What people are told: that something waits, and where; never who, so that nothing private stands in a mailbox. */
export const letters = {
  asked: told(
    (t) => t('askedSubject'),
    (t) => t('asked'),
  ),
  declined: told(
    (t) => t('answeredSubject'),
    (t) => t('answered'),
  ),
  remind: told(
    (t) => t('remindSubject'),
    (t) => t('remind'),
  ),
  sleep: told(
    (t) => t('sleepSubject'),
    (t) => t('sleep'),
  ),
  erase: told(
    (t) => t('eraseSubject'),
    (t) => t('erase'),
  ),
  alert: (name: string, count: number) =>
    told(
      (t) => t('alertSubject', { name, count }),
      (t) => t('alert'),
    ),
  proposal: (answer: 'accepted' | 'alias' | 'refused', label: string, words: string) =>
    told(
      (t) => t('proposalSubject', { label }),
      (t) => (answer === 'refused' ? t('refused', { words }) : t(answer)),
    ),
}
/** The heads under which people choose how often they are told. */
export const noticeLabel =
  (key: 'kindContact' | 'kindAnswer' | 'kindConsent' | 'kindAlert' | 'kindProposal') => (language: Language) =>
    text(language)(key)
/** What the talent owes: it names the one who asks, and is read by the two of them. */
export const dutyTitle = (name: string): Localised => both((t) => t('duty', { name }))
export const dutyLabel = (language: Language) => text(language)('dutyLabel')
/** What a conversation is called, and what opens it where the talent has written nothing. */
export const conversationSubject = (language: Language) => text(language)('conversation')
export const acceptance = (language: Language) => text(language)('acceptance')
