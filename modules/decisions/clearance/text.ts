import type { Condition } from '#authority'
import { digestOf } from '#platform/journal.ts'
import { pounds } from '#platform/money.ts'
import type { Decision, Verb } from '../decision.ts'

/** What a draft says, word for word, in plain values: days are ISO text and money is pence as text. */
export type ClearedText = {
  title: string
  identifiers: string[]
  maker: string | null
  /** The other posts, where several decide together. */
  jointly: string[]
  subject: string | null
  isKey: boolean | null
  keyReasoning: string | null
  value: { kind: string; pence: string | null } | null
  subjectToCallIn: boolean | null
  purpose: string | null
  reasons: string | null
  alternatives: string | null
  author: string | null
  wards: string | null
  supersedes: string | null
  clauses: ClearedClause[]
  answers: { key: string; label: string; answer: string }[]
  papers: { kind: string; title: string; sha256: string }[]
}

type ClearedClause = { label: string | null; verb: Verb; words: string; grants: ClearedGrant[] }
type ClearedGrant = {
  holder: string
  powers: string[]
  scope: string
  basis: string | null
  pence: string | null
  from: string | null
  until: string | null
  mayDelegate: boolean
  conditions: Condition[]
}

/** What stands beside a draft's own fields and is cleared with them. */
export type Beside = Pick<ClearedText, 'jointly' | 'answers' | 'papers'>

/**
 * The text that is cleared. Identities are left out, so that a clause taken out and written again in the same words is the same
 * text; conflicts and dispensations too, which are stated by whoever decides, on the day.
 */
export const clearedText = (d: Decision, { jointly, answers, papers }: Beside): ClearedText => ({
  title: d.title,
  identifiers: d.identifiers,
  maker: d.maker,
  jointly: jointly.toSorted(),
  subject: d.subject,
  isKey: d.isKey,
  keyReasoning: d.keyReasoning,
  value: d.value && { kind: d.value.kind, pence: d.value.kind === 'stated' ? d.value.pence.toString() : null },
  subjectToCallIn: d.subjectToCallIn,
  purpose: d.purpose,
  reasons: d.reasons,
  alternatives: d.alternatives,
  author: d.author,
  wards: d.wards,
  supersedes: d.supersedes,
  clauses: d.clauses.map(({ label, verb, words, grants }) => ({
    label,
    verb,
    words,
    grants: grants
      .map((g): ClearedGrant => ({
        holder: g.holder,
        powers: g.powers.toSorted(),
        scope: g.scope,
        basis: g.ceiling?.basis ?? null,
        pence: g.ceiling?.pence?.toString() ?? null,
        from: g.from?.toString() ?? null,
        until: g.until?.toString() ?? null,
        mayDelegate: g.mayDelegate,
        conditions: g.conditions,
      }))
      .sort((a, b) => (grantWords(a) < grantWords(b) ? -1 : 1)),
  })),
  answers: answers.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  papers,
})

/** The digest under which a text is cleared: SHA-256 of its canonical JSON. */
export const hashOf = (text: ClearedText): string => digestOf(text)

/** One thing that two texts say differently: its name, and both wordings where there are words to compare. */
export type Change = { what: string; before: string | null; now: string | null }

/** What changed from one text to another, by name, in the order in which a record is read; nothing when they are the same. */
export function changesBetween(before: ClearedText, now: ClearedText): Change[] {
  const changed: Change[] = []
  for (const { what, of } of fields) {
    const [was, is] = [of(before), of(now)]
    if (was !== is) changed.push({ what, before: was, now: is })
  }
  return [
    ...changed,
    ...clauseChanges(before.clauses, now.clauses),
    ...answerChanges(before.answers, now.answers),
    ...paperChanges(before.papers, now.papers),
  ]
}

/** "reasons, clause (b)". */
export const changeWords = (changes: readonly Change[]): string => changes.map(({ what }) => what).join(', ')

const yesNo = (answer: boolean | null): string | null => (answer === null ? null : answer ? 'Yes' : 'No')

const fields: { what: string; of(text: ClearedText): string | null }[] = [
  { what: 'title', of: ({ title }) => title },
  { what: 'references', of: ({ identifiers }) => identifiers.join('\n') },
  { what: 'who decides', of: ({ maker }) => maker },
  { what: 'who decides with them', of: ({ jointly }) => jointly.join(', ') },
  { what: 'subject', of: ({ subject }) => subject },
  { what: 'value', of: ({ value }) => valueText(value) },
  { what: 'whether it is key', of: ({ isKey }) => yesNo(isKey) },
  { what: 'why it is key or not', of: ({ keyReasoning }) => keyReasoning },
  { what: 'whether it can be called in', of: ({ subjectToCallIn }) => yesNo(subjectToCallIn) },
  { what: 'purpose', of: ({ purpose }) => purpose },
  { what: 'reasons', of: ({ reasons }) => reasons },
  { what: 'alternatives', of: ({ alternatives }) => alternatives },
  { what: 'author', of: ({ author }) => author },
  { what: 'wards', of: ({ wards }) => wards },
  { what: 'what it supersedes', of: ({ supersedes }) => supersedes },
]

/** What a text is worth, in words. */
export function valueText(value: ClearedText['value']): string | null {
  if (value === null) return null
  if (value.kind === 'withheld') return 'Withheld.'
  return value.kind === 'stated' && value.pence !== null
    ? pounds(BigInt(value.pence))
    : value.kind === 'none'
      ? 'It commits no money.'
      : 'Not stated.'
}

/** What a grant gives, in one line: also what grants are put in order by. */
export function grantWords(g: ClearedGrant): string {
  const most =
    g.basis === null
      ? 'no ceiling stated'
      : g.basis === 'withheld'
        ? 'a ceiling that is withheld'
        : g.pence === null
          ? 'no limit'
          : `up to ${pounds(BigInt(g.pence))}, ${g.basis}`
  const days = [...(g.from === null ? [] : [`from ${g.from}`]), ...(g.until === null ? [] : [`until ${g.until}`])].join(
    ' ',
  )
  const conditions = g.conditions.map(
    (one) =>
      `${one.kind} ${one.key}: ${one.words}${one.kind === 'consult' ? ` (${one.post})` : one.kind === 'report-back' ? ` (${one.withinDays} days)` : ''}`,
  )
  return [
    `${g.holder}: ${g.powers.join(', ')}`,
    `for ${g.scope === '' ? 'everything' : g.scope}`,
    most,
    days,
    g.mayDelegate ? 'may pass it on' : '',
    ...conditions,
  ]
    .filter(Boolean)
    .join('; ')
}

/** Each clause by its letter; those without one by their number among the unlettered. */
function named(clauses: readonly ClearedClause[]): { name: string; clause: ClearedClause }[] {
  let unlettered = 0
  return clauses.map((clause) => ({
    name: clause.label === null ? `clause ${++unlettered} without a letter` : `clause (${clause.label})`,
    clause,
  }))
}

function clauseChanges(before: readonly ClearedClause[], now: readonly ClearedClause[]): Change[] {
  const [was, is] = [named(before), named(now)]
  const old = new Map(was.map(({ name, clause }) => [name, clause]))
  const names = new Set(is.map(({ name }) => name))
  const changed = is.flatMap(({ name, clause }): Change[] => {
    const same = old.get(name)
    if (!same) return [{ what: `${name}, which is new`, before: null, now: `${clause.verb}: ${clause.words}` }]
    const given = (one: ClearedClause) => one.grants.map(grantWords).join('\n')
    return [
      ...(same.verb === clause.verb && same.words === clause.words
        ? []
        : [{ what: name, before: `${same.verb}: ${same.words}`, now: `${clause.verb}: ${clause.words}` }]),
      ...(given(same) === given(clause)
        ? []
        : [{ what: `what ${name} gives`, before: given(same), now: given(clause) }]),
    ]
  })
  const gone = was
    .filter(({ name }) => !names.has(name))
    .map(({ name, clause }) => ({
      what: `${name}, which is gone`,
      before: `${clause.verb}: ${clause.words}`,
      now: null,
    }))
  const order = (of: typeof was, among: (name: string) => boolean) =>
    of
      .map(({ name }) => name)
      .filter(among)
      .join('\n')
  const [orderWas, orderIs] = [order(was, (name) => names.has(name)), order(is, (name) => old.has(name))]
  return [
    ...changed,
    ...gone,
    ...(orderWas === orderIs ? [] : [{ what: 'the order of the clauses', before: orderWas, now: orderIs }]),
  ]
}

function answerChanges(before: ClearedText['answers'], now: ClearedText['answers']): Change[] {
  const keys = new Map([...before, ...now].map(({ key, label }) => [key, label]))
  const of = (answers: typeof now, key: string) => answers.find((one) => one.key === key)
  return [...keys].flatMap(([key, label]) => {
    const [was, is] = [of(before, key), of(now, key)]
    return was?.answer === is?.answer && was?.label === is?.label
      ? []
      : [{ what: `“${label}”`, before: was?.answer ?? null, now: is?.answer ?? null }]
  })
}

function paperChanges(before: ClearedText['papers'], now: ClearedText['papers']): Change[] {
  const line = ({ kind, title, sha256 }: ClearedText['papers'][number]) => `${kind}: ${title} ${sha256}`
  if (before.map(line).join('\n') === now.map(line).join('\n')) return []
  const changed = now.flatMap((paper): Change[] => {
    const same = before.find(({ title }) => title === paper.title)
    if (!same) return [{ what: `the paper “${paper.title}”, which is new`, before: null, now: null }]
    return same.sha256 === paper.sha256 && same.kind === paper.kind
      ? []
      : [{ what: `the paper “${paper.title}”`, before: null, now: null }]
  })
  const gone = before
    .filter(({ title }) => !now.some((paper) => paper.title === title))
    .map(({ title }) => ({ what: `the paper “${title}”, which is gone`, before: null, now: null }))
  const all = [...changed, ...gone]
  return all.length > 0 ? all : [{ what: 'the order of the papers', before: null, now: null }]
}
