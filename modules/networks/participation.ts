import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { explain } from '#platform/law.ts'
import { pence, ref, text, uuid, whole, yesNo } from '#platform/input.ts'
import { pounds } from '#platform/money.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import {
  answerSeat,
  feesOf,
  findMember,
  findPayment,
  insertPayment,
  insertSeat,
  invitedTo,
  setPaymentState,
  spentIn,
  type Member,
  type Payment,
} from './people-store.ts'
import type { PaymentPreference } from './network.ts'
import { setToldAbout } from './own/store.ts'
import { tell } from './own/tell.ts'
import { withinBenefitLimit } from './rules/benefit-limits.ts'
import { findWorkshop } from './store.ts'
import { financialYear, runners, theNetwork, theOpenNetwork } from './the-network.ts'

/** What somebody has to be told about their benefit before a fee: nothing where it stays within the limit. */
export async function benefitWarnings(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  member: Pick<Member, 'member' | 'benefit'>,
  preference: PaymentPreference,
  { fee, day, payment = null }: { fee: bigint; day: Temporal.PlainDate; payment?: string | null },
): Promise<string[]> {
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const month = day.with({ day: 1 })
  const already = {
    week: await feesOf(tx, council, member.member, { from: monday, until: monday.add({ days: 7 }) }, payment),
    month: await feesOf(tx, council, member.member, { from: month, until: month.add({ months: 1 }) }, payment),
  }
  const counts = preference === 'money' || preference === 'voucher'
  return explain([withinBenefitLimit], { benefit: member.benefit, fee: counts ? fee : 0n, already, day }, day).flatMap(
    ({ outcome, says }) => (outcome === 'not-met' && says ? [says] : []),
  )
}

/** What a member's time at a workshop comes to; nothing for whoever wants none. */
export const feeFor = (hourlyFee: bigint, preference: PaymentPreference, minutes: number): bigint =>
  preference === 'none' ? 0n : (hourlyFee * BigInt(minutes) + 59n) / 60n

/** What somebody would be offered for a workshop, and what they have to be told about their benefit first. */
export async function offerOf(
  work: Pick<Work, 'tx' | 'council'>,
  network: { network: string; hourlyFee: bigint },
  workshop: { day: Temporal.PlainDate },
  memberId: string,
  minutes: number,
): Promise<Outcome<{ fee: bigint; warnings: string[]; preference: PaymentPreference }>> {
  const member = await findMember(work.tx, work.council, network.network, memberId)
  if (!member || member.leftOn) return missing('There is no such member.')
  const fee = feeFor(network.hourlyFee, member.payment, minutes)
  return done({
    fee,
    preference: member.payment,
    warnings: await benefitWarnings(work, member, member.payment, { fee, day: workshop.day }),
  })
}

/**
 * Offers somebody payment for a workshop that they came to: the fee for their time, their expenses and what cover for those they
 * care for cost. Refused beyond the year's budget, and until they were told where a benefit is near its limit.
 */
export const offerPayment = useCase({
  name: 'networks.offer-payment',
  title: 'Offer payment for taking part',
  may: runners,
  input: z.object({
    workshop: ref,
    member: uuid,
    minutes: whole(1, 1440),
    expenses: pence.default(0n),
    carerCover: pence.default(0n),
    wereTold: yesNo.default(false),
  }),
  remembers: ({ workshop, member, minutes }) => ({ workshop, member, minutes }),
  async run(work, { workshop, member, minutes, expenses, carerCover, wereTold }) {
    const { tx, council } = work
    const at = await findWorkshop(tx, council, workshop)
    const network = at ? await theOpenNetwork(work, at.networkRef) : null
    if (!at || !network?.ok) return missing(`There is no workshop ${workshop}.`)
    work.about(workshop)
    if (!(await invitedTo(tx, council, at.workshop)).some((one) => one.member === member && one.attended))
      return refused('They are not written down as having come.', [], 'Write the workshop down first.')
    const offer = await offerOf(work, network.value, at, member, minutes)
    if (!offer.ok) return offer
    const { fee, warnings, preference } = offer.value
    if (warnings.length && !wereTold) return invalid({ wereTold: warnings.join(' ') })
    const { year, ...span } = financialYear(at.day)
    const [spent, asked] = [await spentIn(tx, council, network.value.network, span), fee + expenses + carerCover]
    if (spent + asked > network.value.yearlyBudget) {
      return refused(
        'The year’s budget does not reach.',
        `${pounds(spent)} of ${pounds(network.value.yearlyBudget)} is promised in ${year}/${String(year + 1).slice(2)}; this needs ${pounds(asked)} and ${pounds(network.value.yearlyBudget - spent)} is left.`,
        'Have the budget raised before you offer it.',
      )
    }
    const payment = randomUUID()
    const written = await insertPayment(tx, council, {
      payment,
      member,
      workshopId: at.workshop,
      day: at.day,
      minutes,
      fee,
      expenses,
      carerCover,
      preference,
      warnings,
    })
    if (!written) return refused('They were offered payment for this workshop already.')
    await tell(work, network.value, member, {
      kind: 'payment',
      about: workshop,
      subject: `A payment for ${at.title}`,
      body: `For taking part in ${at.title} you are offered ${pounds(fee)} for your time${expenses > 0n ? `, ${pounds(expenses)} for what you spent` : ''}${carerCover > 0n ? `, ${pounds(carerCover)} for cover for somebody you care for` : ''}.${warnings.length ? `\n\nBefore you accept: ${warnings.join(' ')}` : ''}\n\nYou may accept it, take it in another way, or decline it.`,
    })
    return done({ payment, fee })
  },
})

/** From which state a payment may move on. */
export const before: Record<'accepted' | 'declined' | 'paid', Payment['state'][]> = {
  accepted: ['offered'],
  declined: ['offered', 'accepted'],
  paid: ['accepted'],
}

/** Notes that an offer was accepted or declined, or that it was paid. */
export const movePayment = useCase({
  name: 'networks.move-payment',
  title: 'Note what became of a payment',
  may: runners,
  input: z.object({ payment: uuid, to: z.enum(['accepted', 'declined', 'paid'], 'Say what became of it.') }),
  async run(work, { payment, to }) {
    const found = await findPayment(work.tx, work.actor.council, payment)
    const at = found && (await findWorkshop(work.tx, work.actor.council, found.workshop))
    const network = at && (await theNetwork(work, at.networkRef))
    if (!found || !network?.ok) return missing('There is no such payment.')
    work.about(found.workshop)
    if (!before[to].includes(found.state)) return refused(`It cannot be ${to}: it is ${found.state}.`)
    await setPaymentState(work.tx, work.actor.council, payment, to, work.today)
    if (to !== 'paid')
      await setToldAbout(
        work.tx,
        work.council,
        { member: found.member, kind: 'payment', about: found.workshop },
        { on: work.today, how: 'They answered' },
      )
    return done({ payment })
  },
})

/** Asks a member onto an evaluation panel or another body, if they agreed to be asked. */
export const askOntoPanel = useCase({
  name: 'networks.ask-onto-panel',
  title: 'Ask a member onto a panel',
  may: runners,
  input: z.object({ ref, member: uuid, what: text(200) }),
  async run(work, { ref: number, member, what }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const found = await findMember(work.tx, work.actor.council, outcome.value.network, member)
    if (!found || found.leftOn) return missing('There is no such member.')
    if (!found.consents.includes('panels'))
      return refused(
        'They have not agreed to be asked onto panels.',
        [],
        'Ask them whether they would like to be, and change their record.',
      )
    const seat = randomUUID()
    await insertSeat(work.tx, work.actor.council, { seat, member, what, on: work.today })
    await tell(work, outcome.value, member, {
      kind: 'panel',
      about: number,
      subject: 'Would you like to be on a panel?',
      body: `You are asked whether you would like to take part in this: ${what}.\n\nYou may say yes or no; nothing hangs on your answer. Ask us anything first.`,
    })
    return done({ seat })
  },
})

/** Notes whether they said yes. */
export const answerPanel = useCase({
  name: 'networks.answer-panel',
  title: 'Note a member’s answer about a panel',
  may: runners,
  input: z.object({ ref, seat: uuid, answer: z.enum(['yes', 'no'], 'Say what they answered.') }),
  async run(work, { ref: number, seat, answer }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    return (await answerSeat(work.tx, work.actor.council, outcome.value.network, seat, answer, work.today))
      ? done({ seat })
      : missing('There is no such question, or it was answered.')
  },
})
