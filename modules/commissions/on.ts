import { accountsHolding } from '#authority'
import { plainDay } from '#platform/days.ts'
import type { Reaction } from '#platform/jobs.ts'
import { writeMail } from '#platform/mail.ts'
import type { Work } from '#platform/use-case.ts'

/** E-mail to the post that leads a commission or owes something. Each reaction runs once for each announcement. */
export const reactions: Reaction[] = [
  {
    name: 'commissions.tell-lead',
    topic: 'commissions.opened',
    run: async (work, { ref, title, lead }) =>
      write(
        work,
        String(lead),
        `A commission that you lead: ${String(title)}`,
        `${String(ref)} was opened and your post leads it.\n\nSee it at /desk/commissions/${String(ref)}.`,
      ),
  },
  {
    name: 'commissions.tell-owner',
    topic: 'commissions.owed',
    run: async (work, { ref, title, words, owner, due }) =>
      write(
        work,
        String(owner),
        `By ${dayOf(due)}: ${String(words)}`,
        `Your post owes this under ${String(title)} (${String(ref)}): ${String(words)}\n\nIt is due on ${dayOf(due)}. See /desk/commissions/${String(ref)}.`,
      ),
  },
  {
    name: 'commissions.remind-owner',
    topic: 'commissions.due',
    run: async (work, { ref, title, words, owner, due }) =>
      write(
        work,
        String(owner),
        `Due on ${dayOf(due)}: ${String(words)}`,
        `This is due under ${String(title)} (${String(ref)}): ${String(words)}\n\nIt was to be done by ${dayOf(due)}. Once it is, say what shows it at /desk/commissions/${String(ref)}.`,
      ),
  },
]

const dayOf = (iso: unknown): string => plainDay(Temporal.PlainDate.from(String(iso)))

async function write({ tx, council, now, today }: Work, post: string, subject: string, body: string): Promise<void> {
  for (const account of await accountsHolding(tx, council, post, today))
    await writeMail(tx, council, { account, subject, body }, now)
}
