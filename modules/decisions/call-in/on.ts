import type { Reaction } from '#platform/jobs.ts'
import type { Work } from '#platform/use-case.ts'
import { drafter, holders, withRole, write } from '../letters.ts'
import { findDecision } from '../store.ts'
import { stateWords } from './states.ts'
import { callInsOf, type CallIn } from './store.ts'

/** What a letter says, and to whom; `turn` are those who have to do something, `told` those who are only told. */
type Told = { turn: string[]; todo: string; told: string[]; what: string }

/** E-mail to whoever's turn it is in a call-in, and to those who called in, who decided and who drafted. */
export const callInReactions: Reaction[] = [
  {
    name: 'decisions.tell-of-call-in',
    topic: 'decisions.call-in-moved',
    run: async (work, { ref, title, callIn, to, maker, says }) => {
      const decision = await findDecision(work.tx, work.actor.council, String(ref))
      const found =
        decision
        && (await callInsOf(work.tx, work.actor.council, decision.decision)).find((one) => one.callIn === callIn)
      if (!found) return
      const { turn, todo, told, what } = await lettersOf(work, found, String(to), {
        ref: String(ref),
        maker: String(maker),
      })
      const body = `${what}${typeof says === 'string' ? `\n\n${says}` : ''}\n\nSee /desk/decisions/${String(ref)}.`
      const now = new Set(turn)
      await write(work, [...now], `${todo}: ${String(title)}`, body)
      await write(
        work,
        [...new Set(told)].filter((one) => !now.has(one)),
        `Call-in: ${String(title)}`,
        body,
      )
    },
  },
]

async function lettersOf(
  work: Work,
  { state, calledBy, callers, body, hearing, due }: CallIn,
  to: string,
  { ref, maker }: { ref: string; maker: string },
): Promise<Told> {
  const callersAccounts = calledBy.flatMap(({ account }) => account ?? [])
  const makers = await holders(work, maker)
  const clerks = await withRole(work, 'democratic services')
  const committee = body === null ? [] : await holders(work, body)
  const everybody = [...callersAccounts, ...makers, ...committee, ...(await drafter(work, ref))]
  const by = due ? ` The council’s rule gives until ${due.toString()}.` : ''
  switch (to) {
    case 'received':
      return {
        turn: [...clerks, ...(await withRole(work, 'monitoring officer'))],
        todo: 'To judge',
        told: [...callersAccounts, ...makers],
        what: `${ref} was called in by ${callers}. Whether the request is valid has to be judged; until then what hangs on the clauses is suspended.`,
      }
    case 'valid':
      return {
        turn: clerks,
        todo: 'To be heard',
        told: everybody,
        what: `The call-in of ${ref} is valid and goes to scrutiny.${by}`,
      }
    case 'hearing-fixed':
      return {
        turn: committee,
        todo: 'Hearing',
        told: everybody,
        what: `The call-in of ${ref} is heard on ${hearing?.toString() ?? 'a day to be fixed'}.`,
      }
    case 'name-withdrawn':
      return {
        turn: [],
        todo: '',
        told: [...clerks, ...callersAccounts],
        what: `A member withdrew from the call-in of ${ref}; it goes on.`,
      }
    case 'referred-back':
      return {
        turn: makers,
        todo: 'To reconsider',
        told: everybody,
        what: `Scrutiny refers ${ref} back to you with its comments.${by}`,
      }
    case 'referred-to-council':
      return {
        turn: clerks,
        todo: 'For full council',
        told: everybody,
        what: `Scrutiny refers ${ref} to full council.`,
      }
    case 'reopened':
      return {
        turn: state === 'referred-back' ? makers : clerks,
        todo: state === 'referred-back' ? 'To reconsider' : 'To be heard',
        told: everybody,
        what: `That the time for the call-in of ${ref} ran out was taken back. What hangs on the clauses is suspended again.`,
      }
    default:
      return {
        turn: [],
        todo: '',
        told: [...everybody, ...clerks],
        what: `The call-in of ${ref} is closed: ${stateWords[state].toLowerCase()}.`,
      }
  }
}
