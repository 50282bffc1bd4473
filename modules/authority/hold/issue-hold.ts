import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { daysBetween, longDay } from '#platform/days.ts'
import { isoDay, ref, text } from '#platform/input.ts'
import { done, invalid, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { mendEnds } from '../ends/conditional-end.ts'
import { financeOfficer, monitoringOfficer } from '../roles.ts'
import { closeHoldGate, nextRef, subjects } from '../store.ts'
import { considerBy } from './hold-clock.ts'
import { lawOfHold } from './law-of-hold.ts'
import { asStatutoryOfficer } from './statutory-officer.ts'
import { agreements, reachWords, sections, type Hold, type Reach } from './statutory-hold.ts'
import { insertHold, knowsDecision, labelsOf, type NewHold } from './store.ts'

const reachInput = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('clauses'),
      decision: ref,
      labels: z.array(z.string().trim().max(40)).min(1, 'Choose at least one clause.').max(200),
    }),
    z.object({ kind: z.literal('decision'), decision: ref }),
    z.object({
      kind: z.literal('subject'),
      subject: z
        .string()
        .max(200)
        .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/u, 'Choose a subject from the council’s list.'),
    }),
    z.object({ kind: z.literal('council') }),
  ],
  'Say how far it reaches.',
)

/**
 * Issues a report or puts an order on record that stops acts (LGHA 1989 s5 and s5A, LGFA 1988 s114 and s114A, a court). From the
 * day of issue everything that it reaches is refused, also what is granted while it runs, until it is released.
 */
export const issueHold = useCase({
  name: 'authority.issue-hold',
  title: 'Issue a statutory hold',
  may: [monitoringOfficer, financeOfficer],
  input: z.object({
    section: z.enum(sections, 'Choose what it is issued under.'),
    reach: reachInput,
    reason: text(4000, 'Say why it is put on hold.'),
    issuedOn: isoDay.optional(),
  }),
  async run(work, { section, reach, reason, issuedOn = work.today }) {
    const as = await asStatutoryOfficer(work, section)
    if (!as.ok) return as
    const ago = daysBetween(issuedOn, work.today)
    if (ago < 0)
      return invalid({ issuedOn: `A hold is put on record once it is issued. ${longDay(issuedOn)} is still to come.` })
    if (ago > 31)
      return invalid({ issuedOn: `${longDay(issuedOn)} is ${ago} days ago; a hold is put on record within 31 days.` })
    const known = await isKnown(work, reach)
    if (!known.ok) return known
    const law = await lawOfHold(work.tx, work.actor.council, section, issuedOn)
    const worked = law && considerBy(issuedOn, law.value)
    const agreement = section === 's114' || section === 's114A'
    const hold: NewHold = {
      hold: randomUUID(),
      ref: await nextRef(work.tx, work.actor.council, 'H', issuedOn),
      section,
      reach,
      reason,
      issuedOn,
      powers: agreement ? [...agreements] : null,
      consent: agreement,
      issuedBy: work.actor.name,
      issuedPost: as.value,
      considerBy: worked?.day ?? null,
      law: {
        value: law?.value ?? null,
        source: law?.source ?? 'the order of the court',
        working: worked?.working ?? ['The order runs until it is discharged.'],
      },
    }
    work.about(hold.ref)
    await closeHoldGate(work.tx, work.actor.council)
    await insertHold(work.tx, work.actor.council, hold, work.now)
    await mendEnds(work.tx, work.actor.council, work.today)
    work.seal('hold', hold.ref, sealedHold(hold))
    work.announce('authority.held', {
      hold: hold.ref,
      section,
      reach: reachWords(reach),
      considerBy: hold.considerBy?.toString() ?? null,
    })
    return done({ ref: hold.ref, considerBy: hold.considerBy })
  },
})

/** What the journal binds of a hold: how it was issued. What became of it are lines of their own. */
export const sealedHold = ({
  ref: own,
  section,
  reach,
  powers,
  consent,
  reason,
  issuedBy,
  issuedPost,
  issuedOn,
  considerBy: by,
}: Omit<NewHold, 'law' | 'hold'> | Hold) => ({
  ref: own,
  section,
  reach,
  powers,
  consent,
  reason,
  issuedBy,
  issuedPost,
  issuedOn,
  considerBy: by,
})

// A report may be about a proposal that has granted nothing yet: its number is all that is known of it here.
const number = /^D-\d{4}-\d{4,}$/u

async function isKnown({ tx, council }: Work, reach: Reach): Promise<Outcome<null>> {
  if (reach.kind === 'subject') {
    const there = (await subjects(tx, council)).some(({ subject }) => subject === reach.subject)
    return there ? done(null) : invalid({ subject: 'Choose a subject from the council’s list.' })
  }
  if (reach.kind === 'council') return done(null)
  if (!number.test(reach.decision) && !(await knowsDecision(tx, council, reach.decision))) {
    return refused(
      `There is no decision ${reach.decision}.`,
      'Nothing was granted by it and nothing was done about it.',
      'Check the reference.',
    )
  }
  if (reach.kind === 'decision') return done(null)
  const labels = await labelsOf(tx, council, reach.decision)
  const strange = reach.labels.filter((label) => labels.length > 0 && !labels.includes(label))
  return strange.length
    ? invalid({
        labels: `${reach.decision} gives nothing by ${strange.map((label) => `clause (${label})`).join(', ')}. It gives something by: ${labels.join(', ')}.`,
      })
    : done(null)
}
