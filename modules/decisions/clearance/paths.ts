import { path } from '#platform/page.ts'

/** Who clears a draft, and how far they are. */
export const clearancesPath = path('/desk/decisions/:ref/clearances')
/** The text that somebody was sent, to be read and answered. */
export const clearancePath = path('/desk/decisions/:ref/clearances/:clearance')
export const withdrawClearancePath = path('/desk/decisions/:ref/clearances/:clearance/withdraw')
