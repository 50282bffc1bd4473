import { rows, sql } from '#platform/database.ts'
import type { Sealed } from '#platform/journal.ts'
import { sealedAct } from './exercise.ts'
import { sealedMandate } from './grant.ts'
import { sealedHold } from './hold/issue-hold.ts'
import { heldAsIssued } from './hold/store.ts'
import type { Mandate } from './mandate.ts'

/** How this module's sealed records are read back for `remit verify`: exactly what was sealed, from the tables as they are. */
export const sealedRecords: Sealed[] = [
  {
    kind: 'act',
    content: async (tx, council, refs) => {
      const found = await rows<Parameters<typeof sealedAct>[0]>(
        tx,
        sql`
        select a.ref, m.ref as "mandateRef", a.post, a.done_by as "doneBy", a.power, a.subject, a.what,
          a.value_pence as value, a.day, a.retrospective
        from authority.act a join authority.mandate m on m.council = a.council and m.mandate = a.mandate
        where a.council = ${council} and a.ref = any (${refs}::text[])`,
      )
      return new Map(found.map((one) => [one.ref, sealedAct(one)]))
    },
  },
  {
    kind: 'mandate',
    content: async (tx, council, refs) => {
      const found = await rows<Mandate>(
        tx,
        sql`select ref, source, holder, powers, scope, words, clause, decision_ref as "decisionRef",
          clause_label as "clauseLabel", scheme_entry as "schemeEntry", from_day as "from",
            may_delegate as "mayDelegate", conditions, lapses_on as "lapsesOn"
        from authority.mandate where council = ${council} and ref = any (${refs}::text[])`,
      )
      return new Map(found.map((one) => [one.ref, sealedMandate(one)]))
    },
  },
  {
    kind: 'hold',
    content: async (tx, council, refs) =>
      new Map((await heldAsIssued(tx, council, refs)).map((one) => [one.ref, sealedHold(one)])),
  },
  {
    kind: 'constitution',
    content: async (tx, council, versions) => {
      const found = await rows<{ version: number; document: unknown }>(
        tx,
        sql`select version, document from authority.constitution
        where council = ${council} and version = any (${versions}::integer[])`,
      )
      return new Map(found.map((one) => [String(one.version), one.document]))
    },
  },
]
