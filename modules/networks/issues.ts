import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { nextRef } from '#authority'
import { plainDay } from '#platform/days.ts'
import { isoDay, optionalText, ref, text, uuid, yesNo } from '#platform/input.ts'
import { anyone, done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { outcomes, type IssueOutcome, type RunNetwork } from './network.ts'
import { setToldAbout } from './own/store.ts'
import { tell } from './own/tell.ts'
import { findMember, insertRaiser, raiserOf } from './people-store.ts'
import { findIssue, findNetwork, findWorkshop, insertIssue, setAnswer, setOwner, setPublic, setTold } from './store.ts'
import { runners, theOpenNetwork } from './the-network.ts'

async function write(
  work: Work,
  { network, topics }: Pick<RunNetwork, 'network' | 'topics'>,
  given: { topic: string; says: string; how: 'workshop' | 'member' | 'anonymous'; workshop: string | null },
): Promise<Outcome<{ issue: string; id: string }>> {
  if (!topics.some(({ topic }) => topic === given.topic)) return invalid({ topic: 'Choose what it is about.' })
  const number = await nextRef(work.tx, work.actor.council, 'I', work.today)
  const id = randomUUID()
  await insertIssue(work.tx, work.actor.council, network, { ...given, issue: id, ref: number, raisedOn: work.today })
  work.about(number)
  return done({ issue: number, id })
}

/** Takes down something that was raised at a workshop or by a member; who raised it is kept apart, for telling them back. */
export const raiseIssue = useCase({
  name: 'networks.raise-issue',
  title: 'Take down an issue',
  may: runners,
  input: z.object({
    ref,
    topic: text(41),
    says: text(4000),
    workshop: optionalText(60),
    member: z.preprocess((given) => (given === '' ? null : given), uuid.nullable().default(null)),
  }),
  // The words may say who somebody is.
  remembers: ({ ref: number, topic }) => ({ ref: number, topic }),
  async run(work, { ref: number, topic, says, workshop, member }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    const at = workshop === null ? null : await findWorkshop(tx, council, workshop)
    if (workshop !== null && at?.network !== outcome.value.network)
      return invalid({ workshop: `There is no workshop ${workshop} of this network.` })
    if (member !== null && !(await findMember(tx, council, outcome.value.network, member)))
      return missing('There is no such member.')
    const written = await write(work, outcome.value, {
      topic,
      says,
      how: at ? 'workshop' : member ? 'member' : 'anonymous',
      workshop: at?.workshop ?? null,
    })
    if (!written.ok) return written
    if (member !== null) await insertRaiser(tx, council, written.value.id, member)
    return done({ issue: written.value.issue })
  },
})

/** Takes down what a member raises, who is kept apart so that they can be told what comes of it. */
export async function raiseFor(
  work: Work,
  network: RunNetwork,
  { member, ...given }: { topic: string; says: string; member: string },
): Promise<Outcome<{ issue: string }>> {
  const written = await write(work, network, { ...given, how: 'member', workshop: null })
  if (!written.ok) return written
  await insertRaiser(work.tx, work.council, written.value.id, member)
  return done({ issue: written.value.issue })
}

/** Anybody may say something to a network without a name. Nothing is kept but the words, the topic and the day. */
export const contribute = useCase({
  name: 'networks.contribute',
  title: 'Say something to a network without a name',
  may: [anyone],
  input: z.object({ ref, topic: text(41), says: text(4000) }),
  journalled: false,
  async run(work, { ref: number, topic, says }) {
    const found = await findNetwork(work.tx, work.actor.council, number)
    if (!found) return missing(`There is no network ${number}.`)
    if (found.closedOn) return refused(`${found.title} is closed.`, [], 'Write to the council instead.')
    const written = await write(work, found, { topic, says, how: 'anonymous', workshop: null })
    return written.ok ? done({ issue: written.value.issue }) : written
  },
})

async function theIssue(work: Work, ref: string) {
  const found = await findIssue(work.tx, work.actor.council, ref, 'lock')
  if (!found) return missing(`There is no issue ${ref}.`)
  const network = await theOpenNetwork(work, found.networkRef)
  if (!network.ok) return network.refusal.kind === 'missing' ? missing(`There is no issue ${ref}.`) : network
  work.about(ref)
  return done(found)
}

/** Gives an issue to whoever can do something about it, with the day by which they answer. */
export const giveIssue = useCase({
  name: 'networks.give-issue',
  title: 'Give an issue to its owner',
  may: runners,
  input: z.object({ issue: ref, body: text(200), name: optionalText(120), answerBy: isoDay }),
  async run(work, { issue, body, name, answerBy }) {
    const outcome = await theIssue(work, issue)
    if (!outcome.ok) return outcome
    if (outcome.value.answeredOn) return refused(`${issue} was answered on ${plainDay(outcome.value.answeredOn)}.`)
    if (Temporal.PlainDate.compare(answerBy, work.today) <= 0)
      return invalid({ answerBy: 'Give them a day that is still to come.' })
    await setOwner(work.tx, work.actor.council, outcome.value.issue, { body, name, answerBy })
    return done({ issue })
  },
})

/** The owner's answer: we will, in part, or we will not, and why. An answer without its reason is none. */
export const answerIssue = useCase({
  name: 'networks.answer-issue',
  title: 'Answer an issue',
  may: runners,
  input: z.object({
    issue: ref,
    outcome: z.enum(Object.keys(outcomes) as [IssueOutcome, ...IssueOutcome[]], 'Say what will happen.'),
    answer: text(4000),
  }),
  async run(work, { issue, outcome: what, answer }) {
    const outcome = await theIssue(work, issue)
    if (!outcome.ok) return outcome
    if (!outcome.value.ownerBody)
      return refused(`${issue} has no owner yet.`, [], 'Give it to whoever can do something about it.')
    if (outcome.value.answeredOn)
      return refused(
        `${issue} was answered on ${plainDay(outcome.value.answeredOn)}.`,
        [],
        'What was answered stays. Raise a new issue if it did not happen.',
      )
    await setAnswer(work.tx, work.actor.council, outcome.value.issue, { outcome: what, answer, on: work.today })
    work.announce('networks.issue-answered', { issue, network: outcome.value.networkRef })
    const raiser = await raiserOf(work.tx, work.council, outcome.value.issue)
    if (raiser)
      await tell(work, outcome.value, raiser.member, {
        kind: 'answer',
        about: issue,
        subject: `An answer to what you raised (${issue})`,
        body: `You said: “${outcome.value.says}”\n\n${outcome.value.ownerBody} answers: ${outcomes[what]}. ${answer}`,
      })
    return done({ issue })
  },
})

/** Writes down that whoever raised an issue was told: on the issue, and on what was to be told to them. */
export async function told(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  { issue, ref }: { issue: string; ref: string },
  t: { on: Temporal.PlainDate; how: string },
): Promise<void> {
  await setTold(tx, council, issue, t)
  const raiser = await raiserOf(tx, council, issue)
  if (raiser) await setToldAbout(tx, council, { member: raiser.member, kind: 'answer', about: ref }, t)
}

/** Notes that whoever raised it was told what came of it, and how: the loop is closed by that and by nothing else. */
export const tellBack = useCase({
  name: 'networks.tell-back',
  title: 'Note that people were told',
  may: runners,
  input: z.object({ issue: ref, how: text(300) }),
  async run(work, { issue, how }) {
    const outcome = await theIssue(work, issue)
    if (!outcome.ok) return outcome
    if (!outcome.value.answeredOn) return refused(`${issue} has no answer to tell yet.`)
    if (outcome.value.toldOn) return refused(`They were told on ${plainDay(outcome.value.toldOn)}.`)
    await told(work, outcome.value, { on: work.today, how })
    return done({ issue })
  },
})

/** Puts an issue on the network's public page once somebody has read it for names, or takes it off. */
export const showIssue = useCase({
  name: 'networks.show-issue',
  title: 'Show an issue to everybody, or not',
  may: runners,
  input: z.object({ issue: ref, show: yesNo, namesNobody: yesNo.default(false) }),
  async run(work, { issue, show, namesNobody }) {
    const outcome = await theIssue(work, issue)
    if (!outcome.ok) return outcome
    if (show && !namesNobody)
      return invalid({
        namesNobody: 'Read it for names and anything that says who somebody is, then say that there is none.',
      })
    await setPublic(work.tx, work.actor.council, outcome.value.issue, show)
    return done({ issue })
  },
})
