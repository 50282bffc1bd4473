import { path } from '#platform/page.ts'

/** Where a document is given, and what was read of it. `:id` is a reading or a document; neither can be guessed. */
export const readPath = path('/read')
export const readingPath = path('/read/:id')
export const correctPath = path('/read/:id/correct/:part')
export const undoPath = path('/read/:id/undo/:n')
export const readingJsonPath = path('/read/:id/json')
export const givenFilePath = path('/read/:id/file')
export const draftFromPath = path('/read/:id/draft')

/** What was read, for the desk. */
export const readingsPath = path('/desk/readings')
