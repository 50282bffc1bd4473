import { administrator } from '#authority'
import { z } from 'zod'
import { mailKey, mailRule, usualMail } from '#platform/deliver-mail.ts'
import { mailCounts, troubledLetters } from '#platform/mail.ts'
import { chosenOn, everChosen, type Chosen } from '#platform/setting.ts'
import { done, query, type Work } from '#platform/use-case.ts'
import { sessionRule, sessionsKey, usualSessions } from '#platform/web/session.ts'
import { identityService, serviceKey } from './identity/service.ts'
import { dayShape, momentShape } from './shapes.ts'

const chosenShape = <Value extends z.ZodType>(value: Value) =>
  z.object({ version: z.int(), from: dayShape, value, setAt: momentShape, setBy: z.string() })

/** What holds today and everything that was ever chosen, read as what it is. */
async function chosen<Shape extends z.ZodType>({ tx, council, today }: Work, key: string, shape: Shape) {
  const all = await everChosen(tx, council, key)
  return {
    now: await chosenOn(tx, council, key, shape, today),
    all: all.map((one): Chosen<z.output<Shape>> => ({ ...one, value: shape.parse(one.value) })),
  }
}

/** By which identity service people sign in, now and before. */
export const readIdentityService = query({
  name: 'accounts.read-identity-service',
  title: 'Read by which identity service people sign in',
  may: [administrator],
  input: z.object({}),
  output: z.object({ now: chosenShape(identityService).nullable(), all: z.array(chosenShape(identityService)) }),
  run: async (work) => done(await chosen(work, serviceKey, identityService)),
})

/** How long people stay signed in; the usual times where nothing was chosen. */
export const readSessionRule = query({
  name: 'accounts.read-session-rule',
  title: 'Read how long people stay signed in',
  may: [administrator],
  input: z.object({}),
  output: z.object({
    now: chosenShape(sessionRule).nullable(),
    all: z.array(chosenShape(sessionRule)),
    usual: sessionRule,
  }),
  run: async (work) => done({ ...(await chosen(work, sessionsKey, sessionRule)), usual: usualSessions }),
})

/** Whether letters leave the house, how many did and wait, and what stands in the way of which. */
export const readMailService = query({
  name: 'accounts.read-mail-service',
  title: 'Read how mail is carried',
  may: [administrator],
  input: z.object({}),
  output: z.object({
    now: chosenShape(mailRule).nullable(),
    usual: mailRule,
    counts: z.object({ sent: z.int(), waiting: z.int(), givenUp: z.int() }),
    troubled: z.array(
      z.object({
        id: z.string(),
        to: z.string(),
        subject: z.string(),
        at: momentShape,
        tries: z.int(),
        trouble: z.string(),
        givenUpAt: momentShape.nullable(),
      }),
    ),
  }),
  run: async (work) => {
    const { tx, council, today } = work
    return done({
      now: await chosenOn(tx, council, mailKey, mailRule, today),
      usual: usualMail,
      counts: await mailCounts(tx, council),
      troubled: await troubledLetters(tx, council, 100),
    })
  },
})
