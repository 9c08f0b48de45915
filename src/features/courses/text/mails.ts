import { featureText } from '../../../kernel/text.ts'

/** The mails about courses: plain text, one thing each, and where to go. */
export const text = featureText('courses.mails', {
  fr: {
    submittedSubject: '{{course}} : une formation à relire',
    submitted:
      '{{school}} propose la formation « {{course}} ».\n\nRelisez-la, puis publiez-la ou renvoyez-la avec une raison :\n{{link}}',
    changedSubject: '{{course}} a changé',
    changed:
      '{{person}} a modifié la formation publiée « {{course}} » ({{school}}). La modification est en ligne.\n\nVoyez ce qui a changé, au pied de la page, et marquez-la comme vue :\n{{link}}\n\nTant que vous ne l’aurez pas fait, les modifications suivantes de cette formation ne donneront pas d’autre message.',
    publishedSubject: '{{course}} est en ligne',
    published: 'L’équipe a publié la formation « {{course}} » :\n{{link}}',
    sentBackSubject: '{{course}} : à compléter',
    sentBack:
      'L’équipe vous renvoie la formation « {{course}} », pour cette raison :\n\n{{reason}}\n\nComplétez-la et soumettez-la de nouveau :\n{{link}}',
    withdrawnSubject: '{{course}} n’est plus en ligne',
    withdrawn: 'La formation « {{course}} » a été retirée, pour cette raison :\n\n{{reason}}\n\n{{link}}',
    sponsorAskedSubject: '{{company}} et {{course}} : un parrainage à confirmer',
    sponsorAskedSchool:
      '{{company}} propose de parrainer la formation « {{course}} ». Le parrainage paraîtra quand vous l’aurez confirmé :\n{{link}}',
    sponsorAskedCompany:
      '{{school}} vous propose de parrainer la formation « {{course}} ». Le parrainage paraîtra quand vous l’aurez confirmé :\n{{link}}',
    sponsorConfirmedSubject: '{{company}} parraine {{course}}',
    sponsorConfirmed:
      'Le parrainage de la formation « {{course}} » par {{company}} est confirmé. Il paraît sur sa page :\n{{link}}',
    sponsorDeclinedSubject: '{{course}} : le parrainage n’a pas été retenu',
    sponsorDeclined: 'Le parrainage de la formation « {{course}} » par {{company}} n’a pas été retenu.\n{{link}}',
  },
  en: {
    submittedSubject: '{{course}}: a course to read',
    submitted:
      '{{school}} proposes the course “{{course}}”.\n\nRead it, then publish it or send it back with a reason:\n{{link}}',
    changedSubject: '{{course}} has changed',
    changed:
      '{{person}} has changed the published course “{{course}}” ({{school}}). The change is online.\n\nSee what has changed, at the foot of the page, and mark it as seen:\n{{link}}\n\nUntil you have done so, further changes to this course will not send another message.',
    publishedSubject: '{{course}} is online',
    published: 'The team has published the course “{{course}}”:\n{{link}}',
    sentBackSubject: '{{course}}: to be completed',
    sentBack:
      'The team sends the course “{{course}}” back to you, for this reason:\n\n{{reason}}\n\nComplete it and submit it again:\n{{link}}',
    withdrawnSubject: '{{course}} is no longer online',
    withdrawn: 'The course “{{course}}” has been withdrawn, for this reason:\n\n{{reason}}\n\n{{link}}',
    sponsorAskedSubject: '{{company}} and {{course}}: a sponsorship to confirm',
    sponsorAskedSchool:
      '{{company}} offers to sponsor the course “{{course}}”. The sponsorship will be shown once you have confirmed it:\n{{link}}',
    sponsorAskedCompany:
      '{{school}} invites you to sponsor the course “{{course}}”. The sponsorship will be shown once you have confirmed it:\n{{link}}',
    sponsorConfirmedSubject: '{{company}} sponsors {{course}}',
    sponsorConfirmed:
      'The sponsorship of the course “{{course}}” by {{company}} is confirmed. It is shown on its page:\n{{link}}',
    sponsorDeclinedSubject: '{{course}}: the sponsorship was not taken up',
    sponsorDeclined: 'The sponsorship of the course “{{course}}” by {{company}} was not taken up.\n{{link}}',
  },
})
