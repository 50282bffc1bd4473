/** The test for a key decision and the two recording regimes: what this part gives the module. */
import type { Offer } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { viewAgainstTheTest, viewKeyTest } from './queries.ts'
import { keyTestGate, notKeyAgainstTheTest } from './rules/answer-follows.ts'
import { limbs } from './rules/limbs.ts'
import { membersConflictsAreNamed, officersReasonsAreGiven, officersRecordIsNeeded } from './rules/recording.ts'
import { workKeyTest } from './work-key-test.ts'

export { keyTestPart, type PublicKeyTest } from './part.ts'
export { sealedKeyTests } from './sealed.ts'
export { workKeyTest }
export { weighedOn } from './weighed.ts'

export const keyTestUseCases = [workKeyTest]
export const keyTestQueries = [viewKeyTest, viewAgainstTheTest]
export const keyTestRules = [
  ...limbs.map(stated),
  ...[...keyTestGate, notKeyAgainstTheTest].map(stated),
  ...[officersRecordIsNeeded, officersReasonsAreGiven, membersConflictsAreNamed].map(stated),
]
export const keyTestOffers: Offer[] = [
  { method: 'GET', path: '/desk/not-key', does: viewAgainstTheTest },
  { method: 'GET', path: '/desk/:ref/key-test', does: viewKeyTest },
  { method: 'POST', path: '/decisions/:ref/key-test', does: workKeyTest },
]
