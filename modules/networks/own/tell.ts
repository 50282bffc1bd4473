import { randomUUID } from 'node:crypto'
import { writeToAddress } from '#platform/mail.ts'
import type { Work } from '#platform/use-case.ts'
import type { Consent, Network } from '../network.ts'
import { findMember, type Member } from '../people-store.ts'
import { goodFor, linkDigest, newLinkSecret } from './secrets.ts'
import { insertNotice, insertWay, type NoticeKind } from './store.ts'
import { ownPath } from './paths.ts'

/** What somebody has to have agreed to before a letter about something goes out by itself. */
export const agreedBy: Record<NoticeKind, Consent> = {
  invitation: 'invitations',
  change: 'invitations',
  cancellation: 'invitations',
  answer: 'news',
  payment: 'news',
  panel: 'panels',
  report: 'news',
}

/** A new link for a member; the secret itself is kept nowhere but in the letter, until that has gone out. */
export async function newLink(
  { tx, council, now }: Pick<Work, 'tx' | 'council' | 'now'>,
  member: string,
  good: { hours: number } = goodFor.link,
): Promise<string> {
  const secret = newLinkSecret()
  await insertWay(tx, council, {
    way: randomUUID(),
    member,
    kind: 'link',
    digest: linkDigest(secret),
    madeAt: now,
    until: now.add(good),
  })
  return secret
}

/** Writes a letter with a link of the member's own. */
export async function writeWithLink(
  work: Pick<Work, 'tx' | 'council' | 'now'>,
  to: Pick<Member, 'member' | 'name'> & { email: string },
  subject: string,
  body: string,
): Promise<string> {
  const secret = await newLink(work, to.member)
  const words = (link: string) =>
    `Dear ${to.name},\n\n${body}\n\nYour own page, where you can answer, change what we know of you, or leave:\n${link}\n\nThe link is yours alone and good for 60 days. Do not pass it on.`
  return writeToAddress(
    work.tx,
    work.council,
    {
      address: to.email,
      subject: subject.slice(0, 200),
      body: words(ownPath({ token: secret })),
      keeps: words('(the link is not kept)'),
    },
    work.now,
  )
}

/**
 * Tells a member something: by a letter where they agreed to such letters and want to be reached so, else by whoever runs the
 * network, who finds it on their list. Either way it stays on the list until they were told.
 */
export async function tell(
  work: Work,
  { network }: Pick<Network, 'network'>,
  member: string,
  news: { kind: NoticeKind; about: string; subject: string; body: string },
): Promise<void> {
  const { tx, council, today } = work
  const to = await findMember(tx, council, network, member)
  if (!to || to.leftOn) return
  const agreed = to.consents.includes(agreedBy[news.kind])
  const letter =
    agreed && to.contactBy === 'email' && to.email !== null
      ? await writeWithLink(work, { ...to, email: to.email }, news.subject, news.body)
      : null
  await insertNotice(tx, council, {
    ...news,
    notice: randomUUID(),
    member,
    way: to.contactBy,
    agreed,
    letter,
    writtenOn: today,
  })
}
