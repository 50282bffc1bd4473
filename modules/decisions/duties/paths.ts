import { path } from '#platform/page.ts'

export const dutiesPath = path('/desk/decisions/:ref/duties')
/** One duty; `other` stands for one that is not on the council’s list. */
export const dutyPath = path('/desk/decisions/:ref/duties/:duty')
export const dutiesSeenPath = path('/desk/decisions/:ref/duties-seen')
