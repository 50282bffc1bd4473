import { path } from '#platform/page.ts'

/** What is withheld across the council, and what is due for review. */
export const restrictionsDuePath = path('/desk/restrictions')

/** What of a record is withheld; a place is a field, a clause or a paper. */
export const restrictionsPath = path('/desk/decisions/:ref/restrictions')
export const restrictPath = path('/desk/decisions/:ref/restrictions/:place')
export const liftPath = path('/desk/decisions/:ref/restrictions/:restriction/lift')

/** The whole text with the withheld passages marked, for those who need to know it. */
export const withheldPath = path('/desk/decisions/:ref/withheld')
export const lookAtPapersPath = path('/desk/decisions/:ref/papers-to-look-at')
export const identificationPath = path('/desk/decisions/:ref/identification')
