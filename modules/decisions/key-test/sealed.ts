import { rows, sql } from '#platform/database.ts'
import type { Sealed } from '#platform/journal.ts'
import type { KeyTest } from './key-test.ts'

/** The test of each signed decision, as the journal sealed it: after that day it never changes. */
export const sealedKeyTests: Sealed = {
  kind: 'key-test',
  content: async (tx, council, refs) =>
    new Map(
      (
        await rows<KeyTest & { ref: string }>(
          tx,
          sql`
    select d.ref, function_type as "functionType", exercised_as as "exercisedAs", authorised, effects,
      per_year_pence as "perYear",
      saving_pence as "saving", saving_per_year_pence as "savingPerYear", t.wards,
        effect_significant as "effectSignificant", local_limb as "local"
    from decisions.key_test t join decisions.decision d using (council, decision)
    where t.council = ${council} and d.ref = any (${refs}::text[])`,
        )
      ).map(({ ref, ...test }) => [ref, test]),
    ),
}
