import { longDay, day as dayFrom } from '#platform/days.ts'
import { rows, sql } from '#platform/database.ts'
import type { Reaction } from '#platform/jobs.ts'
import { writeMail } from '#platform/mail.ts'
import type { Work } from '#platform/use-case.ts'
import { reachWords, sectionWords, stopsWords } from './hold/statutory-hold.ts'
import { accountsFrozen, findHold, type KeptHold } from './hold/store.ts'
import { holdPath } from './paths.ts'
import { democraticServices } from './roles.ts'

/** Mail to whoever has to know. Each reaction runs once for each announcement. */
export const reactions: Reaction[] = [
  {
    name: 'authority.tell-holders-of-hold',
    topic: 'authority.held',
    run: (work, { hold }) =>
      aboutHold(work, hold, (one) => ({
        subject: `On hold: ${reachWords(one.reach)}`,
        body:
          `${sectionWords[one.section].short} ${one.ref} was issued on ${longDay(one.issuedOn)} by ${one.issuedBy}, ${one.issuedPost}. It stops ${stopsWords(one)}: ${reachWords(one.reach)}.\n\n`
          + `Reason: ${one.reason}\n\n${one.consent ? 'An act that the s151 officer consents to in writing may go on. ' : ''}You hold a post that this reaches: nothing that it stops can be done until it is released. See ${holdPath({ ref: one.ref })}`,
      })),
  },
  {
    name: 'authority.tell-holders-of-release',
    topic: 'authority.hold-released',
    run: (work, { hold }) =>
      aboutHold(work, hold, (one) => ({
        subject: `Released: ${reachWords(one.reach)}`,
        body: `${sectionWords[one.section].short} ${one.ref} was released by ${one.releasedBy ?? 'the officer who issued it'}: ${one.releasedBecause ?? ''}\n\nWhat it stopped may go on as before. See ${holdPath({ ref: one.ref })}`,
      })),
  },
  {
    name: 'authority.ask-for-a-meeting',
    topic: 'authority.held',
    run: async (work, { considerBy, hold }) => {
      if (typeof considerBy !== 'string') return
      const found = await findHold(work.tx, work.actor.council, String(hold))
      if (!found) return
      for (const account of await withRole(work, democraticServices)) {
        await writeMail(
          work.tx,
          work.actor.council,
          {
            account,
            subject: `To be considered by ${longDay(dayFrom(considerBy))}: ${sectionWords[found.section].short} ${found.ref}`,
            body: `A meeting of ${sectionWords[found.section].considers} has to consider this report by ${longDay(dayFrom(considerBy))}.\n\n${found.law.working.join('\n')}\n\nRecord what it resolved at ${holdPath({ ref: found.ref })}`,
          },
          work.now,
        )
      }
    },
  },
]

async function aboutHold(
  work: Work,
  ref: unknown,
  letter: (hold: KeptHold) => { subject: string; body: string },
): Promise<void> {
  const { tx, council, now, today } = work
  const hold = await findHold(tx, council, String(ref))
  if (!hold) return
  for (const account of await accountsFrozen(tx, council, hold.hold, today))
    await writeMail(tx, council, { account, ...letter(hold) }, now)
}

const withRole = async ({ tx, council }: Work, role: string): Promise<string[]> =>
  (
    await rows<{ account: string }>(
      tx,
      sql`select account from platform.account where council = ${council} and active and ${role} = any (roles)`,
    )
  ).map(({ account }) => account)
