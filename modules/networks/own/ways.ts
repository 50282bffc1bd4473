import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { everybody } from '#authority'
import { ref, uuid } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import type { RunNetwork } from '../network.ts'
import { findMember, type Member } from '../people-store.ts'
import { runners, theOpenNetwork } from '../the-network.ts'
import { codeDigest, goodFor, newCode } from './secrets.ts'
import { dropPastWays, dropWays, findNotice, findWay, insertWay, linksSince, membersAt } from './store.ts'
import { theOwnOpen, token } from './the-own.ts'
import { newLink, writeWithLink } from './tell.ts'

/** How often somebody is sent a link who asks again and again. */
const pause = { hours: 1 }
const mostInPause = 3

/**
 * Sends a link to whoever is a member under an address. The answer is the same whether or not anybody is. Not journalled: an
 * address stands in no record that cannot be deleted.
 */
export const askForLink = useCase({
  name: 'networks.ask-for-link',
  title: 'Ask for a link to your own page of a network',
  may: everybody,
  journalled: false,
  input: z.object({
    email: z
      .string('Enter your e-mail address.')
      .trim()
      .max(254, 'Enter your e-mail address.')
      .pipe(z.email('Enter an e-mail address, like name@example.org.')),
  }),
  async run(work, { email }) {
    const { tx, council, now } = work
    await dropPastWays(tx, council, now)
    for (const to of await membersAt(tx, council, email)) {
      if ((await linksSince(tx, council, to.member, now.subtract(pause))) >= mostInPause) continue
      await writeWithLink(
        work,
        to,
        `Your link: ${to.title}`,
        `Somebody, we hope you, asked for a link to your own page of ${to.title}. If it was not you, you need do nothing.`,
      )
    }
    return done({ asked: true })
  },
})

/** Lets somebody in who typed the code of a letter on paper: for a day, by a link that is made for this visit. */
export const enterWithCode = useCase({
  name: 'networks.enter-with-code',
  title: 'Come in with the code of a letter',
  may: everybody,
  journalled: false,
  input: z.object({ code: z.string('Enter the code.').max(60) }),
  async run(work, { code }) {
    const way = await findWay(work.tx, work.council, 'code', codeDigest(code), work.now)
    return way
      ? done({ token: await newLink(work, way.member, goodFor.visit) })
      : invalid({
          code: 'This code is not one of ours, or is too old. Check it against the letter, or ask for a new one.',
        })
  },
})

/** A member of a network that somebody runs, who has not left. */
async function theMember(
  work: Work,
  ref: string,
  member: string,
): Promise<Outcome<{ found: Member; network: RunNetwork }>> {
  const outcome = await theOpenNetwork(work, ref)
  if (!outcome.ok) return outcome
  const found = await findMember(work.tx, work.council, outcome.value.network, member)
  return found && !found.leftOn ? done({ found, network: outcome.value }) : missing('There is no such member.')
}

/** Makes a letter on paper with a code, for somebody without e-mail; the code is shown this once. An older one no longer counts. */
export const writePaperLetter = useCase({
  name: 'networks.write-paper-letter',
  title: 'Write a member a letter on paper with a code',
  may: runners,
  input: z.object({ ref, member: uuid, notice: uuid.nullable().default(null) }),
  async run(work, { ref: number, member, notice }) {
    const outcome = await theMember(work, number, member)
    if (!outcome.ok) return outcome
    const { tx, council, now } = work
    const { found, network } = outcome.value
    const about = notice === null ? null : await findNotice(tx, council, notice)
    if (notice !== null && about?.member !== member) return missing('There is nothing of that kind to tell them.')
    await dropPastWays(tx, council, now)
    const [code, until] = [newCode(), now.add(goodFor.code)]
    await insertWay(tx, council, {
      way: randomUUID(),
      member,
      kind: 'code',
      digest: codeDigest(code),
      madeAt: now,
      until,
    })
    return done({
      code,
      until,
      name: found.name,
      postAddress: found.postAddress,
      network: network.title,
      about: about && { subject: about.subject, body: about.body },
    })
  },
})

/** Sends a member a new link, because they asked whoever runs the network for one. */
export const sendLink = useCase({
  name: 'networks.send-link',
  title: 'Send a member a link to their own page',
  may: runners,
  input: z.object({ ref, member: uuid }),
  async run(work, { ref: number, member }) {
    const outcome = await theMember(work, number, member)
    if (!outcome.ok) return outcome
    const { found, network } = outcome.value
    if (found.email === null)
      return refused('No e-mail address of theirs is known.', [], 'Write them a letter on paper with a code.')
    await writeWithLink(
      work,
      { ...found, email: found.email },
      `Your link: ${network.title}`,
      `Here is a link to your own page of ${network.title}.`,
    )
    return done({ member })
  },
})

/** Takes back every link and code of a member: for a lost letter, or a shared computer. */
export const endWays = useCase({
  name: 'networks.end-links',
  title: 'Take back a member’s links and codes',
  may: runners,
  input: z.object({ ref, member: uuid }),
  async run(work, { ref: number, member }) {
    const outcome = await theMember(work, number, member)
    if (!outcome.ok) return outcome
    await dropWays(work.tx, work.council, member)
    return done({ member })
  },
})

/** The same by the member: no link and no code of theirs lets anybody in any more, this one included. */
export const endOwnWays = useCase({
  name: 'networks.end-own-links',
  title: 'Take back your own links and codes',
  may: everybody,
  input: z.object({ token }),
  remembers: () => ({}),
  async run(work, { token: given }) {
    const outcome = await theOwnOpen(work, given)
    if (!outcome.ok) return outcome
    await dropWays(work.tx, work.council, outcome.value.member.member)
    return done({ ended: true })
  },
})
