import { randomUUID } from 'node:crypto'
import { daysBetween, longDay } from '#platform/days.ts'
import { ref as refInput, text } from '#platform/input.ts'
import { done, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { sealedAct, weighingsOf } from './exercise.ts'
import type { Evidence, Mandate } from './mandate.ts'
import { powers, powerWords } from './powers.ts'
import { recordAct } from './record-act.ts'
import { officer } from './roles.ts'
import { objections, weigh } from './rules/index.ts'
import { inTheWay } from './rules/nothing-holds-it.ts'
import { findMandate, insertAct, insertReport, lockMandate } from './store.ts'

/**
 * Records an act that was done before its mandate was in effect. It can only be recorded as such: it is written, sealed and shown
 * for ever as retrospective, with how many days too early it was done and why. It counts against the ceiling of the mandate that
 * came later, and never makes its own day one on which there was authority.
 */
export const recordRetrospective = useCase({
  name: 'authority.record-retrospective',
  title: 'Record an act that was done before there was authority',
  may: [officer],
  input: recordAct.input.extend({
    under: refInput,
    because: text(2000, 'Say why it was done before there was authority.'),
  }),
  async run(work, { under, because, pence, recordRef, ...asked }) {
    work.about(under)
    const { tx, council, today } = work
    if (!powers[asked.power].valued && pence !== 0n)
      return refused(`The power to ${powerWords(asked.power)} commits no money.`, [], 'Leave the value out.')
    const found = await findMandate(tx, council, under)
    const mandate = found && (await lockMandate(tx, council, found.mandate))
    if (!mandate) return missing(`There is no mandate ${under}.`)
    if (Temporal.PlainDate.compare(asked.day, mandate.from) >= 0) {
      return refused(
        `${under} was in effect from ${longDay(mandate.from)}.`,
        `An act on ${longDay(asked.day)} is not retrospective.`,
        'Record it as an act.',
      )
    }
    const weighed = await weighLater(work, mandate, { ...asked, value: pence, recordRef })
    if (!weighed.ok) return weighed
    const late = daysBetween(asked.day, mandate.from)
    const act = {
      ...asked,
      act: randomUUID(),
      mandate: mandate.mandate,
      doneBy: weighed.value,
      value: pence,
      recordRef: recordRef ?? null,
      undoes: null,
      recordedBy: work.actor.account,
      retrospective: because,
      countsOn: mandate.from,
    }
    const ref = await insertAct(tx, council, act, work.now)
    for (const condition of mandate.conditions) {
      if (condition.kind === 'report-back')
        await insertReport(tx, council, {
          act: act.act,
          mandate: mandate.mandate,
          condition: condition.key,
          due: today.add({ days: condition.withinDays }),
        })
    }
    work.seal('act', ref, sealedAct({ ...act, ref, mandateRef: mandate.ref }))
    work.announce('authority.recorded-retrospectively', { act: ref, mandate: mandate.ref, daysLate: late })
    return done({ ref, mandate: mandate.ref, daysLate: late })
  },
})

type Asked = {
  post: string
  power: keyof typeof powers
  subject: string
  what: string
  value: bigint
  day: Temporal.PlainDate
  evidence: Evidence[]
  recordRef: string | undefined
}

/**
 * Weighs the act as if it had been done on the mandate's first day, with what is shown by today and what stands in the way today.
 * Who acted is who held the post on the day itself. Answers with their names.
 */
async function weighLater(work: Work, mandate: Mandate, { recordRef, ...asked }: Asked): Promise<Outcome<string>> {
  const { today } = work
  if (Temporal.PlainDate.compare(mandate.from, today) > 0) {
    return refused(
      `${mandate.ref} is not in effect yet.`,
      `It takes effect on ${longDay(mandate.from)}; until then it can be used for nothing.`,
      'Record the act from that day on.',
    )
  }
  const shown = asked.evidence.map((one) =>
    Temporal.PlainDate.compare(one.day, today) <= 0 && Temporal.PlainDate.compare(one.day, mandate.from) > 0
      ? { ...one, day: mandate.from }
      : one,
  )
  const record = recordRef === undefined ? {} : { recordRef }
  const [then] = await weighingsOf(work, [mandate.mandate], { ...asked, ...record })
  const [later] = await weighingsOf(work, [mandate.mandate], {
    ...asked,
    ...record,
    day: mandate.from,
    evidence: shown,
  })
  if (!then || !later) throw new Error(`The mandate ${mandate.ref} vanished.`)
  const against = objections([
    ...weigh(then).filter(({ rule }) => rule.id === 'post-is-held'),
    ...weigh(later).filter(({ rule }) => rule.id !== 'post-is-held' && rule.id !== 'nothing-holds-it'),
  ])
  const held = inTheWay({ attempt: { ...later.attempt, day: today, evidence: asked.evidence }, holds: later.holds })
  against.push(...held.map(({ because }) => `${mandate.ref} is suspended today: ${because}.`))
  return against.length
    ? refused(
        `${mandate.ref} cannot cover this, neither then nor afterwards.`,
        against,
        'Ask for a decision that can, or have what was done undone.',
      )
    : done(then.holders.join(' and '))
}
