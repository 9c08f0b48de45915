import { featureText } from '../../../kernel/text.ts'

/** The digest. */
export const mailText = featureText('followups.mails', {
  fr: {
    subject_one: 'Une réponse vous attend',
    subject_other: '{{count}} choses vous attendent',
    subjectLate_one: 'Une réponse vous attend, et elle est en retard',
    subjectLate_other: '{{count}} choses vous attendent, dont certaines en retard',
    hello: 'Bonjour {{name}},',
    intro_one: 'Une personne compte sur vous\u00a0:',
    intro_other: 'On compte sur vous pour ce qui suit, du plus ancien au plus récent\u00a0:',
    late_one: 'en retard d’un jour',
    late_other: 'en retard de {{count}} jours',
    today: 'à faire aujourd’hui',
    due: 'à faire avant le {{day}}',
    forOrganisation: 'pour {{organisation}}',
    go: 'Y aller',
    tomorrow: 'Reporter à demain',
    week: 'Reporter d’une semaine',
    button: 'Voir tout ce qui m’attend',
    rhythm:
      'Vous recevez ce rappel au plus une fois par jour ouvré. Changez de rythme, ou arrêtez les rappels\u00a0: {{link}}',
  },
  en: {
    subject_one: 'Something is waiting for you',
    subject_other: '{{count}} things are waiting for you',
    subjectLate_one: 'Something is waiting for you, and it is late',
    subjectLate_other: '{{count}} things are waiting for you, some of them late',
    hello: 'Hello {{name}},',
    intro_one: 'Somebody is counting on you:',
    intro_other: 'People are counting on you for the following, the oldest first:',
    late_one: 'one day late',
    late_other: '{{count}} days late',
    today: 'due today',
    due: 'due on {{day}}',
    forOrganisation: 'for {{organisation}}',
    go: 'Go there',
    tomorrow: 'Snooze until tomorrow',
    week: 'Snooze for a week',
    button: 'See all that waits for me',
    rhythm: 'You get this reminder once each working day at most. Change how often, or stop: {{link}}',
  },
})
