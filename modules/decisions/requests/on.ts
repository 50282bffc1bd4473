import type { Reaction } from '#platform/jobs.ts'
import { withRole, write } from '../letters.ts'

/** E-mail when a member asks for a document, and when there is an answer. */
export const requestReactions: Reaction[] = [
  {
    name: 'decisions.ask-for-document',
    topic: 'decisions.document-requested',
    run: async (work, { request, ref, title, due }) =>
      write(
        work,
        await withRole(work, 'democratic services'),
        `To answer: ${String(title)}`,
        `A member asks for a document of ${String(ref)} (request ${String(request)}). An answer is due by ${String(due)}.\n\nAnswer at /desk/document-requests/${String(request)}.`,
      ),
  },
  {
    name: 'decisions.tell-of-document',
    topic: 'decisions.document-answered',
    run: async (work, { request, ref, outcome, account }) =>
      write(
        work,
        [String(account)],
        `Answered: your request ${String(request)}`,
        `Your request for a document of ${String(ref)} was answered: it is ${String(outcome)}.\n\nSee /desk/document-requests/${String(request)}.`,
      ),
  },
]
