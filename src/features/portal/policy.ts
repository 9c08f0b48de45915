import { scope } from '../../db/scope.ts'
import { type Actor, isStaff } from '../../kernel/actor.ts'
import { siteText } from './tables.ts'

/** The texts of the site are public, in their newest version; older ones are for those who may edit. */
export const siteTexts = (_actor: Actor) => scope(siteText)
export const editText = (actor: Actor) => isStaff(actor)
export const seeStyleguide = (actor: Actor) => isStaff(actor)
