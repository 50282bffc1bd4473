import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { MailConfig } from './config.ts'
import { uuid, yesNo } from './input.ts'
import { findLetter, letterFailed, letterQueued, letterSent, lettersToQueue } from './mail.ts'
import { sendByNotify } from './notify.ts'
import type { Outside } from './outside.ts'
import { londonDay, type House } from './perform.ts'
import { chosenOn } from './setting.ts'
import type { Council } from './tenant.ts'

/** What a council has chosen about its mail: whether letters leave the house, and with which template of its own. */
export const mailRule = z.object({
  sends: yesNo.meta({ type: 'boolean', description: 'Whether letters leave the house' }),
  template: uuid
    .nullable()
    .meta({ description: 'The template at GOV.UK Notify; null for the one that the server was given' }),
})
export type MailRule = z.output<typeof mailRule>

/** Where a council has chosen nothing: letters go out where the server can send them. */
export const usualMail: MailRule = { sends: true, template: null }

/** The key under which a council's choice is kept. */
export const mailKey = 'mail'

/** Whether a council's letters leave the house, and why not where they do not. */
export function mailWords(
  { demo }: Pick<Council, 'demo'>,
  carrier: Outside['mail'],
  { sends, template }: MailRule,
): string {
  const here = 'People read their mail here.'
  if (demo) return `No letter leaves the house: this is a demonstration, and its addresses are invented. ${here}`
  if (!carrier) return `No letter leaves the house: this server has no key for GOV.UK Notify. ${here}`
  if (!sends) return `No letter leaves the house: the council has chosen so. ${here}`
  if (!template && !carrier.template)
    return `No letter leaves the house yet: there is no template for it at GOV.UK Notify. ${here}`
  return 'Letters are sent by GOV.UK Notify. Each is also kept here, where the person reads it.'
}

type Carried = { council: string; id: string }

const queue = 'mail'

/**
 * How a letter is tried again: after half a minute, then twice as long each time, eight times; about two hours in all.
 */
const tries = { retryLimit: 8, retryDelay: 30, retryBackoff: true }

export type Post = { collect(): Promise<void> }

/**
 * Carries letters from the local outbox to GOV.UK Notify. The outbox is the record; a job is one letter, tried again
 * until it is sent or given up. A letter whose sending was not noted, because the process died in between, is sent
 * twice rather than never.
 */
export async function startPost(
  boss: PgBoss,
  house: House,
  mail: MailConfig,
  often: Partial<typeof tries> = {},
): Promise<Post> {
  await boss.createQueue(queue, { ...tries, ...often })
  await boss.work(
    queue,
    { pollingIntervalSeconds: 0.5, includeMetadata: true },
    async (jobs: JobWithMetadata<Carried>[]) => {
      for (const { data, retryCount, retryLimit } of jobs) {
        const trouble = await carryLetter(house, mail, data, retryCount >= retryLimit)
        if (trouble !== null) throw new Error(trouble)
      }
    },
  )
  return {
    collect: async () => {
      for (const council of await house.councils.all()) await collect(boss, house, mail, council)
    },
  }
}

async function collect(boss: PgBoss, house: House, mail: MailConfig, { council, demo }: Council): Promise<void> {
  // The people of a demonstration are invented, and so are their addresses.
  if (demo) return
  const now = house.clock()
  const within = <T>(body: Parameters<typeof house.database.within<T>>[1]) =>
    house.database.within({ council, role: 'remit_app' }, body)
  if (!(await within((tx) => templateOf(tx, council, mail, now)))) return
  for (;;) {
    const waiting = await within((tx) => lettersToQueue(tx, council, now, 100))
    for (const id of waiting) {
      await boss.send(queue, { council, id })
      await within((tx) => letterQueued(tx, council, id, now))
    }
    if (waiting.length < 100) return
  }
}

/** The template that a council's letters go out with, or null when they stay here. */
async function templateOf(
  tx: Parameters<typeof chosenOn>[0],
  council: string,
  mail: MailConfig,
  now: Temporal.Instant,
): Promise<string | null> {
  const { sends, template } = (await chosenOn(tx, council, mailKey, mailRule, londonDay(now)))?.value ?? usualMail
  return sends ? (template ?? mail.template) : null
}

/**
 * Tries to send one letter and notes what became of it. Gives what stood in the way when another try is worth it, else
 * null: it was sent, is given up (`last`, or a trouble that would stay the same), or need not be sent any more.
 */
export async function carryLetter(
  house: House,
  mail: MailConfig,
  { council, id }: Carried,
  last: boolean,
): Promise<string | null> {
  const now = house.clock()
  // Not one transaction: nobody else can use the embedded database while one is open, and Notify may take its time.
  const { letter, template } = await house.database.within({ council, role: 'remit_app' }, async (tx) => ({
    letter: await findLetter(tx, council, id),
    template: await templateOf(tx, council, mail, now),
  }))
  if (!letter || letter.sentAt || letter.givenUpAt) return null
  const failed = (because: string, givenUp: boolean) =>
    house.database.within({ council, role: 'remit_app' }, (tx) =>
      letterFailed(tx, council, id, because, givenUp ? house.clock() : null),
    )
  if (template === null) {
    await failed('Mail was stopped from leaving the house before this letter was sent.', true)
    return null
  }
  if (!letter.active) {
    await failed('The account to which it is addressed has been closed.', true)
    return null
  }
  const address = (await house.councils.find(council))?.address ?? null
  const delivery = await sendByNotify(
    { key: mail.key, url: mail.url, at: now },
    {
      to: letter.email,
      template,
      reference: id,
      personalisation: { subject: letter.subject, body: withAddresses(letter.body, address) },
    },
  )
  if (delivery.sent) {
    await house.database.within({ council, role: 'remit_app' }, (tx) => letterSent(tx, council, id, house.clock()))
    return null
  }
  const givenUp = last || !delivery.again
  await failed(delivery.because, givenUp)
  return givenUp ? null : delivery.because
}

/**
 * Paths of ours in a letter, made into addresses that can be followed from anywhere; left as they are where none is
 * known.
 */
export const withAddresses = (body: string, address: string | null): string =>
  address === null
    ? body
    : body.replaceAll(/(?<=^|\s)\/[a-z][\w/.%-]*/gmu, (path) => {
        const end = /[.]+$/u.exec(path)?.[0] ?? ''
        return `${address}${path.slice(0, path.length - end.length)}${end}`
      })
