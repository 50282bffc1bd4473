import type { Offer } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { answerKeyChallenge, challengeKey, closeKeyChallenge } from './challenge.ts'
import { viewChallenges } from './queries.ts'
import { reportOnKey, reportOnKeyInTime } from './rules/report-on-key.ts'

export { answerKeyChallenge, challengeKey, closeKeyChallenge }

export const challengeUseCases = [challengeKey, answerKeyChallenge, closeKeyChallenge]
export const challengeQueries = [viewChallenges]
export const challengeRules = [stated(reportOnKey), stated(reportOnKeyInTime)]

export const challengeOffers: Offer[] = [
  { method: 'GET', path: '/desk/:ref/key-challenges', does: viewChallenges },
  { method: 'POST', path: '/decisions/:ref/key-challenge', does: challengeKey },
  { method: 'POST', path: '/key-challenges/:challenge/answer', does: answerKeyChallenge },
  { method: 'POST', path: '/key-challenges/:challenge/close', does: closeKeyChallenge },
]
