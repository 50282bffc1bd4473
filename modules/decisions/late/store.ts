import { row, rows, sql, type Tx } from '#platform/database.ts'

export type Proposal = {
  ref: string
  title: string
  since: Temporal.Instant
  post: string
  postTitle: string
  kind: string
}

/** Proposals, once for each post that is still to sign the version that was proposed; the longest first. */
export const waitingToDecide = (
  tx: Tx,
  council: string,
  posts: (post: string) => { title: string; kind: string } | undefined,
): Promise<Proposal[]> =>
  rows<Omit<Proposal, 'postTitle' | 'kind'>>(
    tx,
    sql`select d.ref, d.title, d.changed_at as since, m.post from decisions.decision d
    cross join lateral (select d.maker as post union select j.post from decisions.joint_maker j
      where j.council = d.council and j.decision = d.decision) as m
    where d.council = ${council} and d.state = 'proposed' and m.post is not null
      and not exists (select from decisions.signature s
      where s.council = d.council and s.decision = d.decision and s.version = d.version and s.post = m.post)
    order by d.changed_at, d.ref, m.post limit 500`,
  ).then((found) =>
    found.map((one) => ({
      ...one,
      postTitle: posts(one.post)?.title ?? one.post,
      kind: posts(one.post)?.kind ?? 'officer',
    })),
  )

/** What is signed and not yet published, the longest first. */
export const waitingToPublish = (
  tx: Tx,
  council: string,
): Promise<{ ref: string; title: string; since: Temporal.PlainDate }[]> =>
  rows(
    tx,
    sql`select ref, title, decided_on as since from decisions.decision where council = ${council} and state = 'decided'
    order by decided_on, ref limit 500`,
  )

/** Notes a reminder; false when that person had one of the same lateness on the same day. */
export async function noteReminder(
  tx: Tx,
  council: string,
  r: { kind: string; item: string; account: string; day: Temporal.PlainDate },
): Promise<boolean> {
  const noted = await row(
    tx,
    sql`insert into decisions.reminded (council, kind, item, account, day)
    values (${council}, ${r.kind}, ${r.item}, ${r.account}, ${r.day}) on conflict do nothing returning item`,
  )
  return noted !== null
}

/** Call-ins that nobody has judged yet, the longest first. */
export const waitingToJudge = (
  tx: Tx,
  council: string,
): Promise<{ callIn: string; ref: string; title: string; since: Temporal.PlainDate }[]> =>
  rows(
    tx,
    sql`select i.call_in as "callIn", d.ref, d.title, i.called_on as since
    from decisions.call_in i join decisions.decision d on d.council = i.council and d.decision = i.decision
    where i.council = ${council} and i.state = 'received' and i.outcome is null order by i.called_on, d.ref, i.call_in
      limit 500`,
  )
