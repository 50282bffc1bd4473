import { rows, sql, type Tx } from '#platform/database.ts'

/** A post that decides together with the one that the record names first. */
export type JointMaker = { post: string }

export const jointMakersOf = (tx: Tx, council: string, decision: string): Promise<JointMaker[]> =>
  rows(
    tx,
    sql`select post from decisions.joint_maker where council = ${council} and decision = ${decision} order by post`,
  )

export const insertJointMaker = (tx: Tx, council: string, decision: string, post: string) =>
  sql`insert into decisions.joint_maker (council, decision, post) values (${council}, ${decision}, ${post})`.execute(tx)

export const deleteJointMakers = (tx: Tx, council: string, decision: string) =>
  sql`delete from decisions.joint_maker where council = ${council} and decision = ${decision}`.execute(tx)

/** One maker’s signature under one version of a text, with the interests and dispensations that it stated. */
export type Signature = {
  post: string
  postTitle: string
  account: string
  name: string
  signedOn: Temporal.PlainDate
  signedAt: Temporal.Instant
  conflicts: string
  dispensations: string
  act: string | null
}

/** Who has signed this version, in the order in which they signed. */
export const signaturesOf = (tx: Tx, council: string, decision: string, version: number): Promise<Signature[]> =>
  rows<Signature>(
    tx,
    sql`select post, post_title as "postTitle", account, name, signed_on as "signedOn", signed_at as "signedAt",
      conflicts, dispensations, act
    from decisions.signature where council = ${council} and decision = ${decision} and version = ${version}
      order by signed_at, post`,
  )

export const insertSignature = (
  tx: Tx,
  council: string,
  decision: string,
  version: number,
  s: Omit<Signature, 'act'>,
) =>
  sql`insert into decisions.signature (council, decision, version, post, post_title, account, name, signed_on,
    signed_at, conflicts, dispensations)
    values (${council}, ${decision}, ${version}, ${s.post}, ${s.postTitle}, ${s.account}, ${s.name}, ${s.signedOn},
      ${s.signedAt}, ${s.conflicts}, ${s.dispensations})`.execute(tx)

export const signatureExercised = (
  tx: Tx,
  council: string,
  decision: string,
  version: number,
  post: string,
  act: string,
) =>
  sql`update decisions.signature set act = ${act} where council = ${council} and decision = ${decision}
    and version = ${version} and post = ${post}`.execute(tx)
