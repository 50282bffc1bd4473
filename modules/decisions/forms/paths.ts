import { path } from '#platform/page.ts'

/** Which form a draft is on. */
export const formPath = path('/desk/decisions/:ref/form')
/** A question that only the council’s form asks. */
export const formAnswerPath = path('/desk/decisions/:ref/form/:field')
