import type { Offer } from '#platform/module.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { codeAlike, judgeAlike, undoAlike } from './code.ts'
import { findAlike } from './find.ts'
import { listAlike, viewAlike, viewAlikeMember } from './queries.ts'

export { codeAlike, findAlike, judgeAlike, listAlike, undoAlike, viewAlike, viewAlikeMember }

/** Responses that were written alike: found, looked at, coded at once, and shown apart. */
export const alikeUseCases: UseCase[] = [findAlike, codeAlike, undoAlike, judgeAlike]
export const alikeQueries: Query[] = [listAlike, viewAlike, viewAlikeMember]

export const alikeOffers: Offer[] = [
  { method: 'GET', path: '/desk/consultations/:ref/alike', does: listAlike },
  { method: 'GET', path: '/desk/consultations/:ref/alike/:n', does: viewAlike },
  { method: 'GET', path: '/desk/consultations/:ref/alike/:n/responses/:receipt', does: viewAlikeMember },
  { method: 'POST', path: '/consultations/:ref/alike', does: findAlike },
  { method: 'POST', path: '/consultations/:ref/alike/:n/code', does: codeAlike },
  { method: 'POST', path: '/consultations/:ref/alike/:n/undo', does: undoAlike },
  { method: 'POST', path: '/consultations/:ref/alike/:n/responses/:receipt', does: judgeAlike },
]
