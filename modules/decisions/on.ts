import type { Reaction } from '#platform/jobs.ts'
import { callInReactions } from './call-in/on.ts'
import { challengeReactions } from './challenge/on.ts'
import { feedReactions } from './feeds/on.ts'
import { requestReactions } from './requests/on.ts'
import { clearanceReactions } from './clearance/on.ts'
import { jointlyReactions } from './jointly/on.ts'
import { drafter, holders, withRole, write } from './letters.ts'

/** E-mail when it is somebody's turn. Each reaction runs once for each announcement. */
export const reactions: Reaction[] = [
  {
    name: 'decisions.ask-decision-maker',
    topic: 'decisions.proposed',
    run: async (work, { ref, maker, title }) =>
      write(
        work,
        await holders(work, String(maker)),
        `To decide: ${String(title)}`,
        `A decision is waiting for you: ${String(title)} (${String(ref)}).\n\nRead it, see what was found and what it would authorise, then sign or refuse it at /desk/decisions/${String(ref)}.`,
      ),
  },
  {
    name: 'decisions.ask-democratic-services',
    topic: 'decisions.decided',
    run: async (work, { ref, title }) =>
      write(
        work,
        await withRole(work, 'democratic services'),
        `To publish: ${String(title)}`,
        `A decision was signed and waits to be published: ${String(title)} (${String(ref)}).\n\nPublish it at /desk/decisions/${String(ref)}. Until then it authorises nothing.`,
      ),
  },
  {
    name: 'decisions.tell-drafter-of-refusal',
    topic: 'decisions.refused',
    run: async (work, { ref, title, because }) =>
      write(
        work,
        await drafter(work, String(ref)),
        `Refused: ${String(title)}`,
        `Your proposal ${String(ref)} was refused.\n\nReasons: ${String(because)}`,
      ),
  },
  {
    name: 'decisions.tell-drafter-of-publication',
    topic: 'decisions.published',
    run: async (work, { ref, title, effective }) =>
      write(
        work,
        await drafter(work, String(ref)),
        `Published: ${String(title)}`,
        `${String(ref)} was published. It takes effect on ${String(effective)} unless it is called in.`,
      ),
  },
  {
    name: 'decisions.tell-drafter-of-call-in',
    topic: 'decisions.called-in',
    run: async (work, { ref, title }) =>
      write(
        work,
        await drafter(work, String(ref)),
        `Called in: ${String(title)}`,
        `Clauses of ${String(ref)} were called in. Everything that hangs on them is suspended until the call-in is released.`,
      ),
  },
  ...clearanceReactions,
  ...callInReactions,
  ...challengeReactions,
  ...requestReactions,
  ...feedReactions,
  ...jointlyReactions,
]
