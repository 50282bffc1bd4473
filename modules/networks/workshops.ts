import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { nextRef } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, optionalText, ref, text, uuid, whole } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { clockWords, wants, type Want, type Workshop } from './network.ts'
import { setInvitationsOver, setToldAbout } from './own/store.ts'
import { tell } from './own/tell.ts'
import { askAnew, invitedTo, inviteAll, setAttended, setInvitationAnswer } from './people-store.ts'
import { findWorkshop, insertWorkshop, markCancelled, markHeld, updateWorkshop } from './store.ts'
import { runners, theOpenNetwork } from './the-network.ts'

const minuteOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Enter a time like 14:30.')
  .transform((typed) => Number(typed.slice(0, 2)) * 60 + Number(typed.slice(3)))

const planned = {
  title: text(200),
  day: isoDay,
  from: minuteOfDay,
  until: minuteOfDay,
  place: text(300),
  online: optionalText(300),
  agenda: text(6000),
  accessPlan: text(6000),
  places: whole(1, 1000),
}

/** What somebody wants for a workshop: the same asked of a member and of whoever answers for them. */
export const wanted = {
  wants: z
    .array(z.enum(Object.keys(wants) as [Want, ...Want[]], 'Choose from the list.'))
    .max(10)
    .default([]),
  wantsWords: optionalText(500),
}

const whenAndWhere = ({ day, fromMinute, untilMinute, place, online }: Omit<Workshop, 'state' | 'cancelledBecause'>) =>
  `When: ${longDay(day)}, ${clockWords(fromMinute)} to ${clockWords(untilMinute)}\nWhere: ${place}${online === null ? '' : `\nOnline: ${online}`}`

/** Plans a workshop: where, when, about what, and how everybody can take part. */
export const planWorkshop = useCase({
  name: 'networks.plan-workshop',
  title: 'Plan a workshop',
  may: runners,
  input: z.object({ ref, ...planned }),
  async run(work, { ref: number, from, until, ...given }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    if (until <= from) return invalid({ until: 'It has to end after it begins.' })
    if (Temporal.PlainDate.compare(given.day, today) < 0)
      return invalid({ day: `${longDay(given.day)} is over. Plan a workshop for a day to come.` })
    const workshop = await nextRef(tx, council, 'WS', given.day)
    await insertWorkshop(tx, council, outcome.value.network, {
      ...given,
      workshop: randomUUID(),
      ref: workshop,
      fromMinute: from,
      untilMinute: until,
    })
    work.announce('networks.workshop-planned', { ref: workshop, network: number, title: given.title })
    return done({ workshop })
  },
})

/** Finds a workshop of a network that somebody runs and which still changes. */
export async function theWorkshop(
  work: Work,
  ref: string,
): Promise<Outcome<Workshop & { network: string; networkRef: string }>> {
  const found = await findWorkshop(work.tx, work.actor.council, ref)
  if (!found) return missing(`There is no workshop ${ref}.`)
  const network = await theOpenNetwork(work, found.networkRef)
  if (!network.ok) return network.refusal.kind === 'missing' ? missing(`There is no workshop ${ref}.`) : network
  work.about(ref)
  return found.state === 'planned'
    ? done(found)
    : refused(`${found.title} is ${found.state}.`, [], 'What happened at it stays as it was written down.')
}

/** Invites everybody who agreed to be invited. Their access needs stand beside their names from then on. */
export const invite = useCase({
  name: 'networks.invite',
  title: 'Invite members to a workshop',
  may: runners,
  input: z.object({ workshop: ref }),
  async run(work, { workshop }) {
    const outcome = await theWorkshop(work, workshop)
    if (!outcome.ok) return outcome
    const at = outcome.value
    const invited = await inviteAll(work.tx, work.actor.council, at.network, at.workshop, work.today)
    for (const member of invited) {
      await tell(work, at, member, {
        kind: 'invitation',
        about: at.ref,
        subject: `You are invited: ${at.title}`,
        body: `You are invited to ${at.title}.\n\n${whenAndWhere(at)}\nAbout: ${at.agenda}\nSo that all can take part: ${at.accessPlan}\n\nPlease say whether you are coming, and what you want for the day.`,
      })
    }
    return invited.length > 0
      ? done({ invited: invited.length })
      : refused(
          'There is nobody to invite.',
          'Every member who agreed to be invited has been.',
          'Recruit more members, or ask those who have not agreed.',
        )
  },
})

/** Keeps a member's answer: for those who come, a place is left and what they want for the day is known. */
export async function keepAnswer(
  work: Work,
  workshop: Pick<Workshop, 'workshop' | 'ref' | 'places'>,
  member: string,
  given: { answer: 'yes' | 'no'; wants: Want[]; wantsWords: string | null },
): Promise<Outcome<{ member: string }>> {
  const { tx, council } = work
  if (given.answer === 'yes') {
    const coming = (await invitedTo(tx, council, workshop.workshop)).filter(
      (one) => one.answer === 'yes' && one.member !== member,
    )
    if (coming.length >= workshop.places)
      return refused(
        'The workshop is full.',
        `All ${workshop.places} places are taken.`,
        'Find a larger room, or offer the next workshop.',
      )
  }
  const kept = given.answer === 'yes' ? given : { ...given, wants: [], wantsWords: null }
  if (!(await setInvitationAnswer(tx, council, workshop.workshop, member, kept)))
    return missing('They were not invited.')
  // Who has answered knows that they are invited.
  for (const kind of ['invitation', 'change'] as const)
    await setToldAbout(tx, council, { member, kind, about: workshop.ref }, { on: work.today, how: 'They answered' })
  return done({ member })
}

/** Notes whether somebody is coming, and what they want. */
export const answerInvitation = useCase({
  name: 'networks.answer-invitation',
  title: 'Note the answer to an invitation',
  may: runners,
  input: z.object({
    workshop: ref,
    member: uuid,
    answer: z.enum(['yes', 'no'], 'Say whether they are coming.'),
    ...wanted,
  }),
  remembers: ({ workshop, member, answer }) => ({ workshop, member, answer }),
  async run(work, { workshop, member, ...given }) {
    const outcome = await theWorkshop(work, workshop)
    return outcome.ok ? keepAnswer(work, outcome.value, member, given) : outcome
  },
})

/**
 * Changes a workshop that is still to come. Whoever was invited and has not said no is told; where the day or the hours have moved,
 * those who said yes are asked anew.
 */
export const changeWorkshop = useCase({
  name: 'networks.change-workshop',
  title: 'Change a workshop',
  may: runners,
  input: z.object({ workshop: ref, ...planned }),
  async run(work, { workshop, from, until, ...given }) {
    const outcome = await theWorkshop(work, workshop)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const before = outcome.value
    if (until <= from) return invalid({ until: 'It has to end after it begins.' })
    if (Temporal.PlainDate.compare(given.day, today) < 0)
      return invalid({ day: `${longDay(given.day)} is over. Plan a workshop for a day to come.` })
    const invited = (await invitedTo(tx, council, before.workshop)).filter(({ answer }) => answer !== 'no')
    const coming = invited.filter(({ answer }) => answer === 'yes').length
    const after = { ...before, ...given, fromMinute: from, untilMinute: until }
    const moved =
      !after.day.equals(before.day)
      || after.fromMinute !== before.fromMinute
      || after.untilMinute !== before.untilMinute
    if (!moved && given.places < coming)
      return invalid({ places: `${coming} people are coming. Keep at least as many places.` })
    await updateWorkshop(tx, council, after)
    if (moved) await askAnew(tx, council, before.workshop)
    if (moved || after.place !== before.place || after.online !== before.online || after.title !== before.title)
      for (const { member } of invited)
        await tell(work, before, member, {
          kind: 'change',
          about: workshop,
          subject: `Changed: ${after.title}`,
          body: `${before.title} has changed.\n\n${whenAndWhere(after)}\n\n${moved ? 'Because the time has changed, please say again whether you are coming.' : 'If you can no longer come, please say so.'}`,
        })
    return done({ workshop, moved })
  },
})

/** Writes down who came, whether what they need was there, and what was said. After this it no longer changes. */
export const holdWorkshop = useCase({
  name: 'networks.hold-workshop',
  title: 'Write down a workshop that was held',
  may: runners,
  input: z.object({
    workshop: ref,
    notes: text(20_000),
    attendance: z
      .array(
        z.object({
          member: uuid,
          attended: z.boolean(),
          needsMet: z.boolean().nullable().default(null),
          needsWords: optionalText(500),
        }),
      )
      .max(1000),
  }),
  remembers: ({ workshop, attendance }) => ({ workshop, came: attendance.filter(({ attended }) => attended).length }),
  async run(work, { workshop, notes, attendance }) {
    const outcome = await theWorkshop(work, workshop)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const { day, title } = outcome.value
    if (Temporal.PlainDate.compare(today, day) < 0)
      return refused(
        `${title} has not been held yet.`,
        `It is planned for ${longDay(day)}.`,
        'Write it down once it was held, or cancel it.',
      )
    const invited = await invitedTo(tx, council, outcome.value.workshop)
    for (const one of attendance) {
      const member = invited.find((each) => each.member === one.member)
      if (!member) return missing('Somebody on the list was not invited.')
      // Whether needs were met is asked of everybody who came and has any: a need that nobody asks about was not met.
      if (one.attended && member.needs.length > 0 && one.needsMet === null)
        return invalid({ attendance: `Say whether what ${member.name} needs was there.` })
      await setAttended(tx, council, outcome.value.workshop, one)
    }
    await markHeld(tx, council, outcome.value.workshop, notes)
    await setInvitationsOver(tx, council, workshop, { on: today, how: 'The workshop is over' })
    work.announce('networks.workshop-held', { ref: workshop, network: outcome.value.networkRef })
    return done({ workshop })
  },
})

/** Calls a workshop off, with the reason that those invited are given. */
export const cancelWorkshop = useCase({
  name: 'networks.cancel-workshop',
  title: 'Cancel a workshop',
  may: runners,
  input: z.object({ workshop: ref, because: text(1000) }),
  async run(work, { workshop, because }) {
    const outcome = await theWorkshop(work, workshop)
    if (!outcome.ok) return outcome
    const { title, day } = outcome.value
    await markCancelled(work.tx, work.actor.council, outcome.value.workshop, because)
    await setInvitationsOver(work.tx, work.council, workshop, { on: work.today, how: 'The workshop is off' })
    for (const { member, answer } of await invitedTo(work.tx, work.council, outcome.value.workshop))
      if (answer !== 'no')
        await tell(work, outcome.value, member, {
          kind: 'cancellation',
          about: workshop,
          subject: `Cancelled: ${title}`,
          body: `${title} on ${longDay(day)} is cancelled.\n\nWhy: ${because}`,
        })
    return done({ workshop })
  },
})
