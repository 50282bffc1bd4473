import { calendarOn, settingOn } from '#authority'
import { explain, type Explanation } from '#platform/law.ts'
import type { Work } from '#platform/use-case.ts'
import type { Consultation, PackDocument } from './consultation.ts'
import type { ConsultationFacts } from './facts.ts'
import { faultsIn } from './questions/follow.ts'
import { permissionFaults, permissionKey } from './words/permission.ts'
import { questionsOf } from './questions/questionnaire.ts'
import { fairness, neededToOpen, whileOpen } from './rules/index.ts'
import { packOf } from './store.ts'

export type ConsultationFindings = {
  needed: Explanation[]
  fair: Explanation[]
  open: Explanation[]
  faults: { question: string; says: string }[]
  facts: ConsultationFacts
}

/** What the rules say of a consultation as it stands today. */
export async function findingsOf(
  { tx, council, today }: Pick<Work, 'tx' | 'council' | 'today'>,
  c: Consultation,
): Promise<ConsultationFindings> {
  const pack = await packOf(tx, council, c.consultation)
  const settled = await settingOn(tx, council, 'consultation-practice', c.opensOn ?? today)
  const faults = [
    ...faultsIn(c.questionnaire),
    ...permissionFaults(c.questionnaire).map((says) => ({ question: permissionKey, says })),
  ]
  const facts: ConsultationFacts = {
    opensOn: c.opensOn,
    closesOn: c.closesOn,
    today,
    practice: settled && { ...settled.value, source: settled.source },
    calendar: await calendarOn(tx, council, c.opensOn ?? today),
    title: c.title,
    subject: c.subject,
    why: c.why,
    contact: c.contact,
    groups: c.groups.length,
    questions: questionsOf(c.questionnaire).length,
    faults: faults.map(({ says }) => says),
    pack: [...new Set(pack.map(({ kind }) => kind))],
    serves: c.serves,
    lateDocuments: lateDocuments(c, pack),
  }
  return {
    needed: explain(neededToOpen, facts, today),
    fair: explain(fairness, facts, today),
    open: explain(whileOpen, facts, today),
    faults,
    facts,
  }
}

// Of a document that people need, the first version counts as late when it came after opening; a newer version of one that was
// there counts too, since it may change what people would say.
function lateDocuments(c: Consultation, pack: readonly PackDocument[]): ConsultationFacts['lateDocuments'] {
  const { opensOn } = c
  if (c.state !== 'open' || !opensOn) return []
  return pack
    .filter(({ isKey }) => isKey)
    .map(({ title, addedAt }) => ({ title, addedOn: addedAt.toZonedDateTimeISO('Europe/London').toPlainDate() }))
    .filter(({ addedOn }) => Temporal.PlainDate.compare(addedOn, opensOn) > 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.addedOn, a.addedOn))
}
