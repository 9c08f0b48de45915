import type { Day } from '../../../kernel/days.ts'
import type { Localised } from '../../../kernel/localised.ts'

/**
 * What people are asked to agree to. A new wording is a new entry with the day from which it holds; the old ones stay,
 * because what somebody agreed to must remain readable. `required` goes with having an account and ends with it.
 */
export const consentKinds = ['terms', 'newsletter', 'contact', 'studies'] as const
export type ConsentKind = (typeof consentKinds)[number]
export type ConsentText = {
  readonly kind: ConsentKind
  readonly since: Day
  readonly required: boolean
  readonly title: Localised
  readonly body: Localised
}

export const consentTexts: readonly ConsentText[] = [
  {
    kind: 'terms',
    since: '2026-01-01',
    required: true,
    title: { fr: 'Votre compte', en: 'Your account' },
    body: {
      fr: 'Pour ouvrir votre compte, nous gardons votre nom et votre adresse électronique. Ils servent à vous reconnaître et à vous écrire au sujet de ce que vous faites ici. Vous et l’équipe voyez votre compte ; si vous demandez à rejoindre une organisation, ses représentants voient votre demande.\n\nDe votre côté, vous donnez votre vrai nom, gardez votre mot de passe pour vous et ne publiez que ce qui est exact et que vous avez le droit de publier.',
      en: 'To open your account, we keep your name and e-mail address. We use them to recognise you and to write to you about what you do here. You and our team can see your account; if you ask to join an organisation, its representatives see your request.\n\nFor your part, you give your real name, keep your password to yourself, and publish only what is accurate and what you have the right to publish.',
    },
  },
  {
    kind: 'newsletter',
    since: '2026-01-01',
    required: false,
    title: { fr: 'Lettre mensuelle', en: 'Monthly letter' },
    body: {
      fr: 'Une fois par mois, nous vous envoyons les nouvelles du pôle : organisations, métiers, vie du site. C’est facultatif. Nous n’utilisons que votre nom, votre adresse et votre langue, sans suivre ce que vous ouvrez.',
      en: 'Once a month, we send you news of the cluster: organisations, occupations, what has changed on the site. It is optional. We use only your name, address and language, and do not track what you open.',
    },
  },
  {
    kind: 'contact',
    since: '2026-01-01',
    required: false,
    title: { fr: 'Messages des membres', en: 'Messages from members' },
    body: {
      fr: 'Les membres du pôle peuvent vous écrire par le service. Ils ne voient pas votre adresse ; vous répondez si vous le voulez.',
      en: 'Members of the cluster may write to you through the service. They do not see your address; you answer if you wish.',
    },
  },
  {
    kind: 'studies',
    since: '2026-01-01',
    required: false,
    title: { fr: 'Études sur les métiers', en: 'Studies of occupations' },
    body: {
      fr: 'Le pôle peut vous inviter à ses enquêtes sur les métiers, la formation et l’emploi. Vos réponses ne paraissent que confondues avec d’autres.',
      en: 'The cluster may invite you to its surveys of occupations, training and employment. Your answers are only published merged with others.',
    },
  },
]
