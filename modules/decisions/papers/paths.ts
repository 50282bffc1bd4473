import { path } from '#platform/page.ts'

/** A paper as the public may have it: a permanent address. */
export const paperPath = path('/decisions/:ref/papers/:paper')

/** The papers of a record on the desk; `new` stands for one that is not there yet. */
export const papersPath = path('/desk/decisions/:ref/papers')
export const deskPaperPath = path('/desk/decisions/:ref/papers/:paper')
export const removePaperPath = path('/desk/decisions/:ref/papers/:paper/remove')
export const paperFilePath = path('/desk/decisions/:ref/papers/:paper/file')
