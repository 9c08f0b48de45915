import type { FollowUpKind } from '../../../web/duties.ts'
import { dutyText } from '../text/duties.ts'

/** Whoever invites somebody waits for an answer no longer than the link works, then does something about it. */
export const renewInvitationDuty: FollowUpKind = {
  key: 'followups.renew-invitation',
  label: (language) => dutyText(language)('renew-invitation'),
  escalatesAfter: 14,
}
export const renewInvitationTitle = {
  fr: dutyText('fr')('renewInvitation'),
  en: dutyText('en')('renewInvitation'),
}
