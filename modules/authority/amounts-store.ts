import { rows, sql, type Tx } from '#platform/database.ts'
import type { Sees } from './amounts.ts'

/** Nobody in particular. */
export const publicEyes: Sees = { all: false, posts: [], unpublished: false }

/** The posts that an account holds on a day, asked also with the rights of the public. */
export const postsHeld = async (tx: Tx, account: string, day: Temporal.PlainDate): Promise<string[]> =>
  (await rows<{ post: string }>(tx, sql`select post from authority.posts_held(${account}::uuid, ${day}) as post`)).map(
    ({ post }) => post,
  )

/** Whether the ceiling of the mandate `m` is withheld from a reader. */
export const ceilingHidden = ({ all, posts }: Sees) =>
  sql`(not ${all}::boolean and m.amounts_withheld and not m.holder = any (${posts}::text[]))`

/** Whether the act `a` decided a record that is not published yet. */
export const actUnpublished = sql`exists (select from authority.record_unpublished u
  where u.council = a.council and u.record_ref = a.record_ref)`

/** Whether a reader is not to know of the act `a`, because the record that it decided is not published yet. */
export const actHidden = ({ unpublished }: Sees) => (unpublished ? sql`false` : actUnpublished)

/** Whether the value of the act `a` under the mandate `m` is withheld from a reader; what will be withheld is kept before it is published. */
export const valueHidden = ({ all, posts }: Sees) =>
  sql`(not ${all}::boolean and not m.holder = any (${posts}::text[]) and (m.amounts_withheld
    or exists (select from authority.value_withheld v where v.council = a.council and v.record_ref = a.record_ref)
    or ${actUnpublished}))`

/**
 * Whether what was used of the mandate `m` is withheld from a reader: a total less the acts that are shown would tell the value of
 * the one that is not, be it withheld or not published yet.
 */
export const useHidden = (sees: Sees) =>
  sql`(${ceilingHidden(sees)} or (not ${sees.all}::boolean and not m.holder = any (${sees.posts}::text[])
    and exists (select from authority.value_withheld v join authority.act a on a.council = v.council
      and a.record_ref = v.record_ref
      where v.council = m.council and a.mandate = m.mandate
      union all
      select from authority.record_unpublished v join authority.act a on a.council = v.council
      and a.record_ref = v.record_ref and a.value_pence <> 0
      where v.council = m.council and a.mandate = m.mandate)))`

/** Which of these mandates, by reference, keep their use from a reader. */
export const hiddenAmong = (tx: Tx, council: string, refs: readonly string[], sees: Sees): Promise<Set<string>> =>
  refsWhere(tx, council, refs, useHidden(sees))

/** Which of them keep their ceiling. */
export const ceilingsHiddenAmong = (
  tx: Tx,
  council: string,
  refs: readonly string[],
  sees: Sees,
): Promise<Set<string>> => refsWhere(tx, council, refs, ceilingHidden(sees))

const refsWhere = async (
  tx: Tx,
  council: string,
  refs: readonly string[],
  where: ReturnType<typeof sql>,
): Promise<Set<string>> =>
  new Set(
    (
      await rows<{ ref: string }>(
        tx,
        sql`select m.ref from authority.mandate m where m.council = ${council} and m.ref = any (${[...refs]}::text[])
          and ${where}`,
      )
    ).map(({ ref }) => ref),
  )

/** Marks which mandates of a decision keep their amounts, with all that was passed on from them, and unmarks the others. */
export const markAmounts = (
  tx: Tx,
  council: string,
  decisionRef: string,
  withheld: readonly string[],
): Promise<{ ref: string; words: string; kept: boolean }[]> =>
  rows(
    tx,
    sql`with recursive kept as (
      select mandate from authority.mandate where council = ${council} and decision_ref = ${decisionRef}
        and ref = any (${[...withheld]}::text[])
      union
      select m.mandate from authority.mandate m join kept on m.parent = kept.mandate where m.council = ${council})
    update authority.mandate m set amounts_withheld = exists (select from kept where kept.mandate = m.mandate)
    where m.council = ${council} and m.decision_ref = ${decisionRef}
    returning m.ref, m.words, m.amounts_withheld as kept`,
  )

/** What is passed on from a mandate keeps its amounts as that does. */
export const keepAmountsOf = (tx: Tx, council: string, child: string, parent: string) =>
  rows<{ words: string }>(
    tx,
    sql`update authority.mandate m set amounts_withheld = true from authority.mandate p
    where m.council = ${council} and m.ref = ${child} and p.council = m.council and p.mandate = ${parent}::uuid
      and p.amounts_withheld
    returning m.words`,
  )

export const withholdValue = (tx: Tx, council: string, record: string) =>
  sql`insert into authority.value_withheld (council, record_ref) values (${council}, ${record})
    on conflict do nothing`.execute(tx)

export const openValue = (tx: Tx, council: string, record: string) =>
  sql`delete from authority.value_withheld where council = ${council} and record_ref = ${record}`.execute(tx)

export const insertUnpublished = (tx: Tx, council: string, record: string) =>
  sql`insert into authority.record_unpublished (council, record_ref) values (${council}, ${record})
    on conflict do nothing`.execute(tx)

export const deleteUnpublished = (tx: Tx, council: string, record: string) =>
  sql`delete from authority.record_unpublished where council = ${council} and record_ref = ${record}`.execute(tx)

/** The ceilings of a decision's mandates that are withheld. */
export const keptCeilings = async (tx: Tx, council: string, decisionRef: string): Promise<bigint[]> =>
  (
    await rows<{ pence: bigint }>(
      tx,
      sql`select distinct c.pence from authority.mandate m join authority.ceiling c on c.council = m.council
        and c.mandate = m.mandate
    where m.council = ${council} and m.decision_ref = ${decisionRef} and m.amounts_withheld and c.pence is not null`,
    )
  ).map(({ pence }) => pence)
