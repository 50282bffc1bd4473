import { accountsHolding } from '#authority'
import { rows, sql } from '#platform/database.ts'
import type { Reaction } from '#platform/jobs.ts'
import { writeMail } from '#platform/mail.ts'
import type { Work } from '#platform/use-case.ts'

/** Mail about notices: whoever is told by law of an exception, and whoever is asked to agree. */
export const noticeReactions: Reaction[] = [
  {
    name: 'decisions.tell-scrutiny-of-exception',
    topic: 'decisions.exception-noticed',
    run: async (work, { ref, title, post, because }) =>
      write(
        work,
        typeof post === 'string' ? await accountsHolding(work.tx, work.actor.council, post, work.today) : [],
        `General exception: ${String(title)}`,
        `A key decision is to be made without 28 clear days’ notice: ${String(title)}. The notice is ${String(ref)}, at /notices/${String(ref)}.\n\nWhy: ${String(because)}`,
      ),
  },
  {
    name: 'decisions.ask-for-urgency',
    topic: 'decisions.urgency-asked',
    run: async (work, { request, post, title }) =>
      write(
        work,
        await accountsHolding(work.tx, work.actor.council, String(post), work.today),
        `Do you agree that this is urgent? ${String(title)}`,
        `Your agreement is asked that a decision is urgent and cannot reasonably be deferred: ${String(title)}.\n\nRead why, then agree or decline, at /desk/urgency/${String(request)}.`,
      ),
  },
  {
    name: 'decisions.tell-of-urgency',
    topic: 'decisions.urgency-answered',
    run: async (work, { title, agreed, by }) =>
      write(
        work,
        await democrats(work),
        `Urgency ${agreed === true ? 'agreed' : 'declined'}: ${String(title)}`,
        `${String(by)} ${agreed === true ? 'agreed that it is urgent' : 'declined'}: ${String(title)}.`,
      ),
  },
  {
    name: 'decisions.tell-of-representation',
    topic: 'decisions.represented',
    run: async (work, { ref, title }) =>
      write(
        work,
        await democrats(work),
        `Representation about a meeting in private: ${String(title)}`,
        `Somebody said why it should be open to the public. Read and answer it at /desk/notices/${String(ref)}/representations.`,
      ),
  },
]

async function write({ tx, council, now }: Work, to: string[], subject: string, body: string): Promise<void> {
  for (const account of to) await writeMail(tx, council, { account, subject, body }, now)
}

const democrats = async ({ tx, council }: Work): Promise<string[]> =>
  (
    await rows<{ account: string }>(
      tx,
      sql`select account from platform.account
        where council = ${council} and active and 'democratic services' = any (roles)`,
    )
  ).map(({ account }) => account)
