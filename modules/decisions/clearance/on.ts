import type { Reaction } from '#platform/jobs.ts'
import { holders, write } from '../letters.ts'
import { outcomeWords } from './clearance.ts'

/** E-mail to whoever is asked, to whoever asked, and to whoever cleared a text that was changed since. */
export const clearanceReactions: Reaction[] = [
  {
    name: 'decisions.ask-clearing-officer',
    topic: 'decisions.clearance-asked',
    run: async (work, { ref, clearance, post, title, record, due }) =>
      write(
        work,
        await holders(work, String(post)),
        `To clear: ${String(record)}`,
        `A draft was sent to you for clearance (${String(title)}): ${String(record)} (${String(ref)}).\n\nRead exactly the text that was sent and answer by ${String(due)} at /desk/decisions/${String(ref)}/clearances/${String(clearance)}.`,
      ),
  },
  {
    name: 'decisions.tell-of-clearance',
    topic: 'decisions.clearance-answered',
    run: async (work, { ref, account, title, record, outcome, says, by }) =>
      write(
        work,
        [String(account)],
        `${String(title)} ${outcomeWords(String(outcome))}: ${String(record)}`,
        `${String(by)} answered for ${String(title)}: ${outcomeWords(String(outcome))}.${typeof says === 'string' ? `\n\n${says}` : ''}\n\nSee /desk/decisions/${String(ref)}.`,
      ),
  },
  {
    name: 'decisions.tell-of-void-clearance',
    topic: 'decisions.clearance-voided',
    run: async (work, { ref, record, post, title, asked, by, what }) =>
      write(
        work,
        await holders(work, String(post)),
        `Changed since you cleared it: ${String(record)}`,
        `Your clearance (${String(title)}) of the text of ${String(asked)} no longer holds. ${String(by)} changed: ${String(what)}.\n\n${String(
          ref,
        )} goes no further until the new text is cleared, or the old one is restored. See /desk/decisions/${String(ref)}.`,
      ),
  },
]
