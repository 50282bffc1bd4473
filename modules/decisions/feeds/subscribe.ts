import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { everybody } from '#authority'
import { sha256Of } from '#platform/files.ts'
import { forgetAddress, writeToAddress } from '#platform/mail.ts'
import { done, missing, useCase } from '#platform/use-case.ts'
import { confirmSubscriptionPath, unsubscribePath } from './paths.ts'
import {
  dropOldRequests,
  dropSubscriber,
  findByToken,
  insertSubscriptionRequest,
  putSubscriber,
  requestsSince,
  takeRequest,
  topics,
} from './store.ts'

/** How long somebody has to say that the address is theirs, and how often an address is written to before it has. */
const waits = { hours: 24 * 7 }
const pause = { hours: 1 }
const mostInPause = 3

const address = z
  .string('Enter your e-mail address.')
  .trim()
  .max(254, 'Enter an e-mail address.')
  .pipe(z.email('Enter an e-mail address, for example name@example.org.'))
const token = z.string().regex(/^[\w-]{20,60}$/u, 'Follow the link in the letter again.')
const topic = z.object({
  topic: z.enum(topics),
  value: z
    .string()
    .max(200)
    .regex(/^[a-z0-9/-]*$/u, 'Choose from the list.')
    .default(''),
})

const digestOf = (given: string): Uint8Array => sha256Of(new TextEncoder().encode(given))
const newToken = (): string => randomBytes(24).toString('base64url')

/**
 * Asks for news by e-mail. Nothing is sent but one letter, with a link by which whoever reads it says that the address is theirs.
 * Not journalled: an address stands in no record that cannot be deleted. The answer is the same whether or not it is known here.
 */
export const subscribe = useCase({
  name: 'decisions.subscribe',
  title: 'Ask for news by e-mail',
  may: everybody,
  journalled: false,
  input: z.object({ address, topics: z.array(topic).min(1, 'Choose at least one kind of news.').max(50) }),
  async run({ tx, council, now }, { address: to, topics: chosen }) {
    await dropOldRequests(tx, council, now.subtract(waits))
    // Whoever types somebody else's address again and again must not fill their letter box.
    if ((await requestsSince(tx, council, to, now.subtract(pause))) >= mostInPause) return done({ asked: true })
    const secret = newToken()
    await insertSubscriptionRequest(tx, council, { digest: digestOf(secret), address: to, topics: chosen }, now)
    await writeToAddress(
      tx,
      council,
      {
        address: to,
        subject: 'Is this your address?',
        body: `Somebody, we hope you, asked for news of the council’s decisions at this address.\n\nTo have it, follow this link and confirm: ${confirmSubscriptionPath({ token: secret })}\n\nIf it was not you, do nothing: no news is sent, and the address is forgotten after a week.`,
      },
      now,
    )
    return done({ asked: true })
  },
})

/** Confirms a subscription with the link of the letter; it takes the place of any that the address had. */
export const confirmSubscription = useCase({
  name: 'decisions.confirm-subscription',
  title: 'Confirm a subscription',
  may: everybody,
  journalled: false,
  input: z.object({ token }),
  async run({ tx, council, now }, { token: given }) {
    const found = await takeRequest(tx, council, digestOf(given), now.subtract(waits))
    if (!found) return missing('This link is no longer good: it was used, or is older than a week.')
    const leave = newToken()
    await putSubscriber(
      tx,
      council,
      { subscriber: randomUUID(), address: found.address, token: leave, topics: found.topics },
      now,
    )
    await writeToAddress(
      tx,
      council,
      {
        address: found.address,
        subject: 'You will have news of decisions',
        body: `From now on you have the news that you chose.\n\nTo stop it and have your address deleted: ${unsubscribePath({ token: leave })}`,
      },
      now,
    )
    return done({ confirmed: true })
  },
})

/** Leaves: the address is deleted, with every letter that went to it. */
export const unsubscribe = useCase({
  name: 'decisions.unsubscribe',
  title: 'Stop news by e-mail',
  may: everybody,
  journalled: false,
  input: z.object({ token }),
  async run({ tx, council }, { token: given }) {
    const found = await findByToken(tx, council, given)
    // Whoever has left already is told the same: there is nothing to find out here.
    if (!found) return done({ left: true })
    await dropSubscriber(tx, council, found.address)
    await forgetAddress(tx, found.address)
    return done({ left: true })
  },
})
