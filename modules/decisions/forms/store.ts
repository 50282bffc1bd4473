import { settings } from '#authority'
import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import { inOrder, type FormAnswer, type FormUsed } from './form.ts'

/** The form that a record is written on, as it was when it was chosen; null where it has none. */
export async function formOf(tx: Tx, council: string, decision: string): Promise<FormUsed | null> {
  const found = await row<{ document: unknown; source: string }>(
    tx,
    sql`select document, source from decisions.form_used where council = ${council} and decision = ${decision}`,
  )
  const [form] = found ? settings.forms.parse([found.document]) : []
  return found && form ? { form, source: found.source } : null
}

export const setForm = (tx: Tx, council: string, decision: string, { form, source }: FormUsed, at: Temporal.Instant) =>
  sql`insert into decisions.form_used (council, decision, form, source, document, chosen_at)
    values (${council}, ${decision}, ${form.key}, ${source}, ${toJson(form)}::jsonb, ${at})
    on conflict (council, decision) do update set form = excluded.form, source = excluded.source,
      document = excluded.document, chosen_at = excluded.chosen_at`.execute(tx)

export const leaveForm = (tx: Tx, council: string, decision: string) =>
  sql`delete from decisions.form_used where council = ${council} and decision = ${decision}`.execute(tx)

/** What stands in the fields of the record’s form, in the order of the form; nothing where there is no form. */
export async function answersOf(tx: Tx, council: string, decision: string): Promise<FormAnswer[]> {
  const used = await formOf(tx, council, decision)
  if (!used) return []
  const given = await rows<{ key: string; answer: string }>(
    tx,
    sql`select key, answer from decisions.form_answer where council = ${council} and decision = ${decision}`,
  )
  return inOrder(used.form, new Map(given.map(({ key, answer }) => [key, answer])))
}

export const putAnswer = (tx: Tx, council: string, decision: string, key: string, answer: string) =>
  sql`insert into decisions.form_answer (council, decision, key, answer)
    values (${council}, ${decision}, ${key}, ${answer})
    on conflict (council, decision, key) do update set answer = excluded.answer`.execute(tx)

export const dropAnswer = (tx: Tx, council: string, decision: string, key: string) =>
  sql`delete from decisions.form_answer where council = ${council} and decision = ${decision} and key = ${key}`.execute(
    tx,
  )

/** The form and answers of each decision, as the journal sealed them when it was made. */
export async function sealedForms(tx: Tx, council: string, refs: string[]): Promise<Map<string, unknown>> {
  const found = await rows<{ ref: string; decision: string }>(
    tx,
    sql`select d.ref, f.decision from decisions.form_used f join decisions.decision d using (council, decision)
    where f.council = ${council} and d.ref = any (${refs}::text[])`,
  )
  const sealed = new Map<string, unknown>()
  for (const { ref, decision } of found)
    sealed.set(ref, {
      form: (await formOf(tx, council, decision))?.form,
      answers: await answersOf(tx, council, decision),
    })
  return sealed
}
