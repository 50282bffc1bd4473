/** Secrecy: what of a record is withheld, passage by passage, and the rendition that everybody may have. */
import type { Offer } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { listRestrictions, viewMyRendition, viewRestrictions } from './queries.ts'
import { lookAtPaper, viewUnreadPapers } from './look-at-paper.ts'
import { considerIdentification, readWithheld } from './read-withheld.ts'
import { liftRestriction, restrict } from './restrict.ts'
import { memberMayRead } from './rules/member-may-read.ts'
import { nobodyIsRecognised } from './rules/nobody-is-recognised.ts'
import { papersHoldNothingWithheld } from './rules/papers-hold-nothing-withheld.ts'
import { withholdingRules } from './rules/withholding.ts'

export {
  considerIdentification,
  liftRestriction,
  listRestrictions,
  lookAtPaper,
  readWithheld,
  restrict,
  viewMyRendition,
  viewRestrictions,
  viewUnreadPapers,
}
export { readPapersWith } from './paper-text.ts'

export const secrecyUseCases = [restrict, liftRestriction, readWithheld, considerIdentification, lookAtPaper]
export const secrecyQueries = [viewRestrictions, viewMyRendition, listRestrictions, viewUnreadPapers]
export const secrecyRules = [
  ...withholdingRules.map(stated),
  stated(nobodyIsRecognised),
  stated(papersHoldNothingWithheld),
  stated(memberMayRead),
]
export const secrecyOffers: Offer[] = [
  { method: 'GET', path: '/desk/:ref/restrictions', does: viewRestrictions },
  { method: 'GET', path: '/desk/:ref/rendition', does: viewMyRendition },
  { method: 'GET', path: '/desk/restrictions', does: listRestrictions },
  { method: 'POST', path: '/decisions/:ref/restrict', does: restrict },
  { method: 'POST', path: '/decisions/:ref/lift-restriction', does: liftRestriction },
  { method: 'POST', path: '/decisions/:ref/read-withheld', does: readWithheld },
  { method: 'POST', path: '/decisions/:ref/consider-identification', does: considerIdentification },
  { method: 'GET', path: '/desk/:ref/unread-papers', does: viewUnreadPapers },
  { method: 'POST', path: '/decisions/:ref/look-at-paper', does: lookAtPaper },
]
