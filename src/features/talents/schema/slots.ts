import { slot } from '../../../web/slots.ts'

/** On a person's own profile, also before they have one: what else can be made of it or brought into it. Panels bring their <Aside>. */
export const talentSlot = slot<{ readonly hasProfile: boolean }>('talents.mine')
