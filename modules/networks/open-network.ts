import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { exercise, nextRef, networkHost, officer, subjects } from '#authority'
import { optionalText, pence, ref, text } from '#platform/input.ts'
import { done, invalid, useCase } from '#platform/use-case.ts'
import { accountWithRole, insertNetwork, setHost } from './store.ts'
import { theOpenNetwork } from './the-network.ts'

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,40}$/u, 'Use small letters, digits and hyphens, for example housing.')

/** Opens a network under the authority of a decision: without it nobody may ask people for their time. */
export const openNetwork = useCase({
  name: 'networks.open-network',
  title: 'Open a co-production network',
  may: [officer],
  input: z.object({
    title: text(200),
    subject: z.string().max(200),
    purpose: text(4000),
    post: text(81),
    under: optionalText(60),
    serves: optionalText(60),
    area: text(100),
    connectedBy: text(200),
    topics: z
      .array(z.object({ topic: slug, title: text(60) }))
      .min(1, 'Name at least one topic.')
      .max(20),
    yearlyBudget: pence,
    hourlyFee: pence,
  }),
  async run(work, given) {
    const { tx, council, today } = work
    if (!(await subjects(tx, council)).some(({ subject }) => subject === given.subject))
      return invalid({ subject: 'Choose a subject from the list.' })
    const number = await nextRef(tx, council, 'NW', today)
    const exercised = await exercise(work, {
      post: given.post,
      power: 'consult',
      subject: given.subject,
      value: 0n,
      day: today,
      what: `Opened the network ${given.title}`,
      recordRef: number,
      ...(given.under !== null && { under: given.under }),
    })
    if (!exercised.ok) return exercised
    await insertNetwork(tx, council, {
      ...given,
      network: randomUUID(),
      ref: number,
      leadPost: given.post,
      hostName: null,
      hostAccount: null,
      openedOn: today,
      openedAct: exercised.value.ref,
      closedOn: null,
    })
    work.about(number)
    work.announce('networks.opened', { ref: number, title: given.title })
    return done({ ref: number, act: exercised.value.ref })
  },
})

/** Says which organisation hosts the network, and who of it keeps its records. */
export const nameHost = useCase({
  name: 'networks.name-host',
  title: 'Name the host of a network',
  may: [officer],
  input: z.object({
    ref,
    name: text(200),
    email: z
      .union([z.literal('').transform(() => null), z.email('Enter an e-mail address, or nothing.')])
      .nullable()
      .default(null),
  }),
  async run(work, { ref: number, name, email }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const account = email === null ? null : await accountWithRole(work.tx, work.actor.council, email, networkHost)
    if (email !== null && !account)
      return invalid({
        email: `Nobody signs in as ${email} with the role ${networkHost}. Ask an administrator to add them.`,
      })
    await setHost(work.tx, work.actor.council, outcome.value.network, { name, account })
    return done({ ref: number })
  },
})
