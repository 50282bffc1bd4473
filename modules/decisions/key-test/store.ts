import { row, sql, type Tx } from '#platform/database.ts'
import type { KeyTest } from './key-test.ts'

/** What was answered to the test of a decision; null when nobody has worked it. */
export const keyTestOf = (tx: Tx, council: string, decision: string): Promise<KeyTest | null> =>
  row<KeyTest>(
    tx,
    sql`select function_type as "functionType", exercised_as as "exercisedAs", authorised, effects,
      per_year_pence as "perYear",
      saving_pence as "saving", saving_per_year_pence as "savingPerYear", wards,
        effect_significant as "effectSignificant", local_limb as "local"
    from decisions.key_test where council = ${council} and decision = ${decision}`,
  )

export const putKeyTest = (tx: Tx, council: string, decision: string, t: KeyTest) =>
  sql`insert into decisions.key_test (council, decision, function_type, exercised_as, authorised, effects,
    per_year_pence, saving_pence,
      saving_per_year_pence, wards, effect_significant, local_limb)
    values (${council}, ${decision}, ${t.functionType}, ${t.exercisedAs}, ${t.authorised}, ${t.effects}::text[],
      ${t.perYear}, ${t.saving},
      ${t.savingPerYear}, ${t.wards}, ${t.effectSignificant}, ${t.local})
    on conflict (council, decision) do update set function_type = excluded.function_type,
      exercised_as = excluded.exercised_as,
      authorised = excluded.authorised, effects = excluded.effects, per_year_pence = excluded.per_year_pence,
        saving_pence = excluded.saving_pence,
      saving_per_year_pence = excluded.saving_per_year_pence, wards = excluded.wards,
        effect_significant = excluded.effect_significant,
      local_limb = excluded.local_limb`.execute(tx)
