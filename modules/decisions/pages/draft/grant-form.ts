import type { Condition } from '#authority'
import type { Form } from '#platform/page.ts'
import { pounds } from '#platform/money.ts'
import { dayBoxes, typedDay, typedPounds } from '#platform/typed.ts'
import type { Grant } from '../../decision.ts'

export type ConditionCounts = { consult: number; procedure: number; report: number }

/** How many boxes of each kind there are at least; more where a grant made by other means has more. */
const fewest = 3

/** The boxes of the form as a grant fills them; a new one starts with the decision's own subject. */
export function grantBoxes(
  grant: Grant | null,
  subject: string | null,
): { values: Record<string, string | undefined>; lists: Record<string, string[]>; counts: ConditionCounts } {
  const of = (kind: Condition['kind']) => (grant?.conditions ?? []).filter((one) => one.kind === kind)
  const values: Record<string, string | undefined> = {
    basis: 'whole-life',
    scope: grant?.scope ?? subject ?? undefined,
  }
  if (grant) {
    Object.assign(values, {
      holder: grant.holder,
      ...dayBoxes('from', grant.from),
      ...dayBoxes('last', grant.until && grant.until.subtract({ days: 1 })),
    })
    values['limit'] = grant.ceiling === null ? 'not-stated' : grant.ceiling.basis === 'no-limit' ? 'no-limit' : 'sum'
    if (grant.ceiling && grant.ceiling.basis !== 'no-limit')
      Object.assign(values, { basis: grant.ceiling.basis, pounds: pounds(grant.ceiling.pence).slice(1) })
    for (const condition of grant.conditions) {
      const at = of(condition.kind).indexOf(condition) + 1
      if (condition.kind === 'consult')
        Object.assign(values, { [`consult-${at}-post`]: condition.post, [`consult-${at}-words`]: condition.words })
      if (condition.kind === 'procedure') values[`procedure-${at}-words`] = condition.words
      if (condition.kind === 'report-back')
        Object.assign(values, {
          [`report-${at}-words`]: condition.words,
          [`report-${at}-days`]: String(condition.withinDays),
        })
    }
  }
  return {
    values,
    lists: { powers: grant?.powers ?? [], mayDelegate: grant?.mayDelegate ? ['yes'] : [] },
    counts: {
      consult: Math.max(fewest, of('consult').length),
      procedure: Math.max(fewest, of('procedure').length),
      report: Math.max(fewest, of('report-back').length),
    },
  }
}

/** What was typed, as `putGrant` takes it, with the sentence for each box that is not right. */
export function readGrant({ values, lists }: Form): { given: Record<string, unknown>; errors: Record<string, string> } {
  const errors: Record<string, string> = {}
  if (!values['holder']) errors['holder'] = 'Choose the post. Power cannot be given to nobody in particular.'
  if (!lists['powers']?.length) errors['powers'] = 'Choose at least one power.'
  if (!values['scope']) errors['scope'] = 'Choose what it is for.'
  const days = { from: typedDay(values, 'from'), last: typedDay(values, 'last') }
  for (const [name, day] of Object.entries(days)) if (day && 'error' in day) errors[name] = day.error
  const from = days.from && 'value' in days.from ? days.from.value : null
  const last = days.last && 'value' in days.last ? days.last.value : null
  if (from && last && Temporal.PlainDate.compare(last, from) < 0)
    errors['last'] = 'The last day must not come before the first.'
  const given = {
    holder: values['holder'],
    powers: lists['powers'] ?? [],
    scope: values['scope'],
    ceiling: readCeiling(values, errors),
    from: from?.toString() ?? null,
    until: last?.add({ days: 1 }).toString() ?? null,
    mayDelegate: values['mayDelegate'] === 'yes',
    conditions: readConditions(values, errors),
  }
  return { given, errors }
}

function readCeiling(values: Form['values'], errors: Record<string, string>): Record<string, unknown> | null {
  const limit = values['limit']
  if (limit === 'no-limit') return { basis: 'no-limit' }
  if (limit === 'not-stated') return null
  if (limit !== 'sum') {
    errors['limit'] = 'Choose one: a sum, no limit, or that the clause does not say.'
    return null
  }
  const sum = typedPounds(values, 'pounds')
  if (!sum) errors['pounds'] = 'Enter the sum in pounds.'
  else if ('error' in sum) errors['pounds'] = sum.error
  else return { basis: values['basis'], pence: sum.value }
  return null
}

function readConditions(values: Form['values'], errors: Record<string, string>): Record<string, unknown>[] {
  const conditions: Record<string, unknown>[] = []
  const typed = (name: string) => (values[name] ?? '').trim()
  for (let n = 1; n <= 20; n++) {
    const [post, consult, procedure, report, days] = [
      `consult-${n}-post`,
      `consult-${n}-words`,
      `procedure-${n}-words`,
      `report-${n}-words`,
      `report-${n}-days`,
    ].map(typed)
    if (post || consult) {
      if (!post) errors[`consult-${n}-post`] = 'Choose the post to consult.'
      if (!consult) errors[`consult-${n}-words`] = 'Write what the clause says about consulting.'
      conditions.push({ kind: 'consult', key: `consult-${n}`, post, words: consult })
    }
    if (procedure) conditions.push({ kind: 'procedure', key: `procedure-${n}`, words: procedure })
    if (report || days) {
      const within = /^\d{1,4}$/u.test(days ?? '') ? Number(days) : 0
      if (!report) errors[`report-${n}-words`] = 'Write what the clause says about reporting.'
      if (within < 1 || within > 3660) errors[`report-${n}-days`] = 'Enter a whole number of days, from 1 to 3,660.'
      conditions.push({ kind: 'report-back', key: `report-${n}`, words: report, withinDays: within })
    }
  }
  return conditions
}
