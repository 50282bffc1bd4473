import { path } from '#platform/page.ts'

/** Is it key? The test, a page of the draft. */
export const keyTestPath = path('/desk/decisions/:ref/key-test')
/** What was said not to be key against the test. */
export const againstTheTestPath = path('/desk/not-key')
