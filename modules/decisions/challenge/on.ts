import type { Reaction } from '#platform/jobs.ts'
import { holders, withRole, write } from '../letters.ts'

/** E-mail when somebody has to report, and when the report is there. */
export const challengeReactions: Reaction[] = [
  {
    name: 'decisions.ask-for-key-report',
    topic: 'decisions.key-challenged',
    run: async (work, { ref, title, maker, due }) =>
      write(
        work,
        [...new Set([...(await holders(work, String(maker))), ...(await withRole(work, 'democratic services'))])],
        `To report: ${String(title)}`,
        `Scrutiny thinks that ${String(ref)} should have been a key decision and requires a report by ${String(due)}.\n\nGive it at /desk/decisions/${String(ref)}.`,
      ),
  },
  {
    name: 'decisions.tell-of-key-report',
    topic: 'decisions.key-challenge-answered',
    run: async (work, { ref, title, committee }) =>
      write(
        work,
        await holders(work, String(committee)),
        `Reported: ${String(title)}`,
        `The report on ${String(ref)} is there.\n\nRead it, and say what scrutiny makes of it, at /desk/decisions/${String(ref)}.`,
      ),
  },
]
