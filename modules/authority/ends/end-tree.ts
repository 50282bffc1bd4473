import { rows, sql, type Tx } from '#platform/database.ts'

/**
 * Ends a mandate on a day, which is the first it no longer has, and with it all that was passed on from it. What had ended before
 * keeps its own day and reason. Returns the references of those that ended.
 */
export const endTree = async (
  tx: Tx,
  council: string,
  mandate: string,
  until: Temporal.PlainDate,
  because: string,
): Promise<string[]> =>
  (
    await rows<{ ref: string }>(
      tx,
      sql`
    with recursive tree as (
      select m.mandate, m.ref, null::text as above from authority.mandate m
        where m.council = ${council} and m.mandate = ${mandate}::uuid
      union all
      select c.mandate, c.ref, tree.ref from authority.mandate c join tree on c.parent = tree.mandate
        where c.council = ${council})
    update authority.mandate m set until_day = ${until}, ends_on = null, ends_unless = null, until_before = null,
      ended_because = case when tree.above is null then ${because}
        else ${because} || '; it was passed on from ' || tree.above end
    from tree where m.council = ${council} and m.mandate = tree.mandate
      and (m.until_day is null or m.until_day > ${until}::date)
    returning m.ref`,
    )
  )
    .map(({ ref }) => ref)
    .sort()
