import { forgetAddress } from '#platform/mail.ts'
import type { Work } from '#platform/use-case.ts'
import { markLeft, type Member } from '../people-store.ts'
import { addressInUse, dropNotices, dropWays } from './store.ts'

type Here = Pick<Work, 'tx' | 'council'>

/**
 * A member is no longer reached where they were: links that went there let nobody in, but for one that is in use, and the address
 * is forgotten with the letters to it, unless another member has it. Called once the member's own record no longer names it.
 */
export async function moveAway(
  { tx, council }: Here,
  was: Pick<Member, 'member' | 'email'>,
  but?: string,
): Promise<void> {
  await dropWays(tx, council, was.member, but ?? null)
  if (was.email !== null && !(await addressInUse(tx, council, was.email))) await forgetAddress(tx, was.email)
}

/** Takes out what is not needed once somebody has left: how to reach them, what they need, their links, what they were to be told. */
export async function letGo(work: Here & Pick<Work, 'today'>, member: Pick<Member, 'member' | 'email'>): Promise<void> {
  await markLeft(work.tx, work.council, member.member, work.today)
  await dropNotices(work.tx, work.council, member.member)
  await moveAway(work, member)
}
