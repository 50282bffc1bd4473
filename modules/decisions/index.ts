/** Decisions: records, their clauses, their publication and the clocks that run after it. The only door others may use. */
import type { Module } from '#platform/module.ts'
import { stated } from '#platform/rule-register.ts'
import { callIn, releaseCallIn } from './call-in.ts'
import { editDraft } from './edit-draft.ts'
import { putClause, putGrant, removeClause, removeGrant } from './edit-clauses.ts'
import { reactions } from './on.ts'
import { propose, takeBack, withdraw } from './propose.ts'
import { publish } from './publish.ts'
import { previewClock, viewChoices, viewDeciders } from './choices.ts'
import { offers } from './offers.ts'
import { orderClauses } from './order-clauses.ts'
import { pages } from './pages/index.ts'
import { copyRegister, searchRegister, viewCallInWindow, viewDecision, viewDesk, viewMyTurn, viewRecord } from './queries.ts'
import { callInPeriodOver } from './rules/call-in-window.ts'
import { neededToDecide } from './rules/record-can-be-decided.ts'
import { alternativesAreGiven, conflictsAreStated, dispensationsAreStated, reasonsAreGiven } from './rules/statutory-elements.ts'
import { worthASecondLook } from './rules/worth-a-second-look.ts'
import { refuse, sign } from './sign.ts'
import { startDraft } from './start-draft.ts'
import { signedRecords } from './store.ts'
import { traceDecision } from './trace.ts'

export * from './rules.ts'
export { startDraft, editDraft, putClause, removeClause, orderClauses, putGrant, removeGrant, propose, takeBack, withdraw, sign, refuse, publish, callIn, releaseCallIn }
export { searchRegister, viewDecision, viewDesk, viewMyTurn, viewRecord, viewCallInWindow }
export { decisionPath, deskPath, recordPath, registerPath } from './pages/paths.ts'
export { draftFrom, draftsFrom, type DraftContent } from './draft-from.ts'
export { findWith, type OtherFinding } from './findings.ts'
export type { Clause, Decision, Grant, Standing, Value, Verb } from './decision.ts'

export const decisions: Module = {
  name: 'decisions',
  migrations: new URL('./migrations/', import.meta.url),
  useCases: [startDraft, editDraft, putClause, removeClause, orderClauses, putGrant, removeGrant, propose, takeBack, withdraw, sign, refuse, publish, callIn, releaseCallIn],
  queries: [searchRegister, copyRegister, viewDeciders, viewDecision, viewDesk, viewMyTurn, viewRecord, viewChoices, viewCallInWindow, previewClock],
  pages,
  offers,
  trace: [traceDecision],
  rules: [stated(callInPeriodOver), ...[...neededToDecide, reasonsAreGiven, alternativesAreGiven, conflictsAreStated, dispensationsAreStated, ...worthASecondLook].map(stated)],
  reactions,
  sealed: [{
    kind: 'decision',
    content: async (tx, council, refs) => new Map((await signedRecords(tx, council, refs)).map(({ ref, signed }) => [ref, signed])),
  }],
}
