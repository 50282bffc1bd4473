import { path } from '#platform/page.ts'

/** Where a member comes in without an account, and what is theirs. No address says who. */
export const doorPath = path('/my-network')
export const ownPath = path('/my-network/:token')
export const ownWorkshopPath = path('/my-network/:token/workshops/:workshop')
export const ownPaymentPath = path('/my-network/:token/payments/:payment')
export const ownNewIssuePath = path('/my-network/:token/raise')
export const ownIssuePath = path('/my-network/:token/raised/:issue')
export const ownSeatPath = path('/my-network/:token/panels/:seat')
export const ownNeedsPath = path('/my-network/:token/needs')
export const ownContactPath = path('/my-network/:token/contact')
export const ownConsentsPath = path('/my-network/:token/agreed')
export const ownMoneyPath = path('/my-network/:token/payment')
export const ownLeavePath = path('/my-network/:token/leave')

/** For those who run the network: what members are still to be told, and letters on paper. */
export const toTellPath = path('/desk/networks/:ref/to-tell')
export const tellPath = path('/desk/networks/:ref/to-tell/:notice')
export const letterPath = path('/desk/networks/:ref/members/:member/letter')
export const endWaysPath = path('/desk/networks/:ref/members/:member/links')
