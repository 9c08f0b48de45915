import { featureText } from '../../../kernel/text.ts'

export const personalText = featureText('messages.personal', {
  fr: {
    goesNotices: 'Vos notifications et vos choix de mails sont supprimés.',
    staysMessages_one:
      'Dans votre conversation, les autres gardent ce qui a été écrit, sans votre nom\u00a0: vous y devenez «\u00a0une personne qui a quitté le site\u00a0». Si plus personne ne la lit, elle est supprimée.',
    staysMessages_other:
      'Dans vos {{count}} conversations, les autres gardent ce qui a été écrit, sans votre nom\u00a0: vous y devenez «\u00a0une personne qui a quitté le site\u00a0». Celles que plus personne ne lit sont supprimées.',
  },
  en: {
    goesNotices: 'Your notifications and your choices of mails are deleted.',
    staysMessages_one:
      'In your conversation the others keep what was written, without your name: you become “somebody who has left the site”. If nobody is left to read it, it is deleted.',
    staysMessages_other:
      'In your {{count}} conversations the others keep what was written, without your name: you become “somebody who has left the site”. Those that nobody is left to read are deleted.',
  },
})
