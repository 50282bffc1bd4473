import { row, rows, sql, type Tx } from '#platform/database.ts'
import type { ShownCampaigns } from '../campaigns/counted.ts'
import type { AskedOf, Counted, Group, OneWay, Part, Shown } from '../disclosure/publish-safely.ts'
import { equalityCounts } from '../equality/mix.ts'
import { questionsOf, type Question, type Questionnaire } from '../questions/questionnaire.ts'
import { answersOffered } from '../questions/follow.ts'
import type { Theme } from './store.ts'

/** A question that is counted in a table of its own: what its answers are called, the last of them "not answered". */
export type Asked = {
  key: string
  title: string
  labels: string[]
  choices: string[]
  /** Whether the last count is of those who did not answer: see {@link OneWay.silent}. */
  tellsSilence?: boolean
  /** Whom it was put to, where that was not everybody. */
  asked?: AskedOf
  /** Who they are, where that hangs on several answers at once. */
  group?: Omit<Group, 'people'>
  /** Of a question with several choices: whether one had to be made. */
  required?: boolean
  /** A line of a matrix: who answers one line mostly answers all. */
  line?: boolean
  /** Of a question with several choices: the question, and the choice that this table is about. */
  choice?: { of: string; words: string }
}

/** A table as it is shown: null is withheld. */
export type ShownTable = {
  key: string
  of: 'answers' | 'themes' | 'people'
  title: string
  cells: { label: string; shown: number | null }[]
  /** See {@link Asked}: such tables are drawn together. */
  choice?: { of: string; words: string }
}
export type ReleasedTables = {
  people: number | null
  tables: ShownTable[]
  about: { people: number | null; tables: ShownTable[]; not: string[] }
  not: string[]
  /** How many wrote for themselves and how many with which campaign; not there where nobody looked for any. */
  campaigns?: ShownCampaigns
}

const nobodySaid = 'Not asked or not answered'
const chosen = ['Chosen', 'Not chosen']

/** The closed questions as they are counted, everybody once in each: several choices are a table for each, a matrix one for each line. */
export function askedIn(questions: readonly Question[]): Asked[] {
  return questions.flatMap((one) =>
    tablesOf(one).map((table) => ({ ...table, ...askedOf(one, questions, table.choice?.of ?? table.title) })),
  )
}

function tablesOf(one: Question): Asked[] {
  switch (one.kind) {
    case 'single':
    case 'scale': {
      const offered = answersOffered(one)
      return [
        {
          key: one.key,
          title: one.words,
          choices: offered.map(({ key }) => key),
          labels: [...offered.map(({ key, words }) => labelOf(one, key, words)), nobodySaid],
          tellsSilence: true,
        },
      ]
    }
    case 'multiple':
      return one.options.map(({ key, words }) => ({
        key: `${one.key}/${key}`,
        title: `${one.words} ${words}`,
        choices: [key],
        labels: chosen,
        choice: { of: one.words, words },
        required: one.required,
      }))
    case 'matrix':
      return one.rows.map((line) => ({
        key: `${one.key}/${line.key}`,
        title: `${one.words} ${line.words}`,
        choices: one.options.map(({ key }) => `${line.key}:${key}`),
        labels: [...one.options.map(({ words }) => words), nobodySaid],
        tellsSilence: true,
        line: true,
      }))
    case 'ranking':
      return [
        {
          key: one.key,
          title: `${one.words.replace(/[.:]+$/u, '')}: put first`,
          choices: one.options.map(({ key }) => `1:${key}`),
          labels: [...one.options.map(({ words }) => words), nobodySaid],
          tellsSilence: true,
        },
      ]
    case 'text':
    case 'long-text':
    case 'upload':
      return []
  }
}

/** By which answers people came to a further question, as the tables of the questions before it count them. */
function askedOf(
  { showIf }: Question,
  questions: readonly Question[],
  title: string,
): { asked?: AskedOf; group?: Omit<Group, 'people'> } {
  if (showIf.length === 0) return {}
  const by = new Map(questions.map((one) => [one.key, one]))
  // A condition that another one's question has had to meet before says nothing more.
  const own = showIf.filter(
    ({ question, is }) =>
      !showIf.some((other) =>
        by
          .get(other.question)
          ?.showIf.some((one) => one.question === question && one.is.every((it) => is.includes(it))),
      ),
  )
  const parts = own.map(({ question, is }) => partsOf(by.get(question), is))
  const [first] = parts
  if (!first || parts.some((one) => one.length === 0)) return { asked: { title, to: null } }
  // One question: a part of it, or any of several choices, which may be made together.
  if (parts.length === 1)
    return {
      asked: { title, to: first.length === 1 ? (first[0] ?? null) : { group: groupKey('any', first) } },
      ...(first.length > 1 && { group: { key: groupKey('any', first), how: 'any', parts: first } }),
    }
  // Several questions: all of their parts at once; any of several choices of one and something of another is not counted.
  if (parts.some((one) => one.length > 1)) return { asked: { title, to: null } }
  const all = parts.flat()
  return {
    asked: { title, to: { group: groupKey('all', all) } },
    group: { key: groupKey('all', all), how: 'all', parts: all },
  }
}

/** Those who gave one of these answers to a question, as its tables count them: of several choices each has a table. */
function partsOf(question: Question | undefined, is: readonly string[]): Part[] {
  switch (question?.kind) {
    case 'single':
    case 'scale': {
      const offered = answersOffered(question).map(({ key }) => key)
      return [{ of: question.key, answers: is.map((it) => offered.indexOf(it)) }]
    }
    case 'multiple':
      return is.map((it) => ({ of: `${question.key}/${it}`, answers: [0] }))
    default:
      return []
  }
}

// The same people have the same key, in whichever order a questionnaire names them.
const groupKey = (how: 'any' | 'all', parts: readonly Part[]): string =>
  `${how}:${parts
    .map(({ of, answers }) => `${of}=${answers.toSorted((a, b) => a - b).join('+')}`)
    .toSorted()
    .join('&')}`

const labelOf = ({ scale }: Question, key: string, words: string): string => {
  if (!scale) return words
  return key === String(scale.from)
    ? `${words}, ${scale.low}`
    : key === String(scale.to)
      ? `${words}, ${scale.high}`
      : words
}

// Analysed responses only: what is excluded is in no table. Read once for a release, never for a page.
const analysed = (
  council: string,
  consultation: string,
) => sql`select r.response, r.answers from consultations.response r
  join consultations.standing s using (council, response)
  where r.council = ${council} and r.consultation = ${consultation} and s.what = 'analysed'`

/** How many gave which answer, of all responses that were analysed, and how many raised each theme. */
export async function countAnalysed(
  tx: Tx,
  council: string,
  consultation: string,
  questionnaire: Questionnaire,
  themes: readonly Theme[],
): Promise<Counted> {
  const people =
    (await row<{ n: number }>(tx, sql`select count(*)::int as n from (${analysed(council, consultation)}) i`))?.n ?? 0
  const found = await rows<{ question: string; choice: string; n: number }>(
    tx,
    sql`
    select a.key as question, c.choice, count(*)::int as n from (${analysed(council, consultation)}) i cross
      join lateral jsonb_each(i.answers) a
      cross join lateral (
        select a.value #>> '{}' as choice where jsonb_typeof(a.value) in ('string', 'number')
        union all select e.value #>> '{}'
          from jsonb_array_elements(case when jsonb_typeof(a.value) = 'array' then a.value else '[]' end) e
        union all select '1:' || (a.value ->> 0)
          where jsonb_typeof(a.value) = 'array' and jsonb_array_length(a.value) > 0
        union all select o.key || ':' || (o.value #>> '{}')
          from jsonb_each(case when jsonb_typeof(a.value) = 'object' then a.value else '{}' end) o) c
    where a.key = any (${questionsOf(questionnaire)
      .filter(({ kind }) => kind !== 'text' && kind !== 'long-text' && kind !== 'upload')
      .map(({ key }) => key)}::text[])
    group by 1, 2`,
  )
  const oneWay = askedIn(questionsOf(questionnaire)).map((one) => tableOf(one, found, people))
  for (const { theme, codes } of themes) {
    const raised =
      (
        await row<{ n: number }>(
          tx,
          sql`select count(distinct c.response)::int as n from consultations.coded c
      join (${analysed(council, consultation)}) i on i.response = c.response
      where c.council = ${council} and c.consultation = ${consultation} and c.codes && ${codes}::uuid[]`,
        )
      )?.n ?? 0
    oneWay.push({ key: `theme/${theme}`, counts: [raised, people - raised] })
  }
  const groups: Group[] = []
  for (const one of questionsOf(questionnaire)) {
    const group = askedIn(questionsOf(questionnaire)).find(({ key }) => key.split('/')[0] === one.key)?.group
    if (!group || groups.some(({ key }) => key === group.key)) continue
    groups.push({ ...group, people: await meeting(tx, council, consultation, one) })
  }
  return { people, oneWay, twoWay: [], ...(groups.length > 0 && { groups }) }
}

/** How many of those that were analysed were asked a further question, by its conditions. */
async function meeting(tx: Tx, council: string, consultation: string, { showIf }: Question): Promise<number> {
  const met = showIf.map(
    ({ question, is }) => sql`case when jsonb_typeof(i.answers -> ${question}) = 'array'
      then jsonb_exists_any(i.answers -> ${question}, ${[...is]}::text[])
      else i.answers ->> ${question} = any (${[...is]}::text[]) end`,
  )
  const found = await row<{ n: number }>(
    tx,
    sql`select count(*)::int as n from (${analysed(council, consultation)}) i
      where ${met.reduce((all, one) => sql`${all} and ${one}`)}`,
  )
  return found?.n ?? 0
}

/** The same of the answers about who people are. */
export async function countAboutPeople(
  tx: Tx,
  council: string,
  consultation: string,
  questions: readonly Question[],
): Promise<Counted> {
  const { sets, counts } = await equalityCounts({ tx, council }, consultation)
  return { people: sets, oneWay: askedIn(questions).map((one) => tableOf(one, counts, sets)), twoWay: [] }
}

function tableOf(
  { key, choices, tellsSilence, asked, line, choice, required }: Asked,
  found: readonly { question: string; choice: string; n: number }[],
  people: number,
): OneWay {
  const question = key.split('/')[0]
  const counts = choices.map(
    (choice) => found.find((one) => one.question === question && one.choice === choice)?.n ?? 0,
  )
  return {
    key,
    counts: [...counts, people - counts.reduce((sum, n) => sum + n, 0)],
    ...(tellsSilence === true && { silent: counts.length }),
    ...(asked && { asked }),
    ...(line === true && { silentAlike: true }),
    ...(choice && { choiceOf: { question: question ?? key, required: required === true } }),
  }
}

/** What was shown, under the words that people know. */
export function inTheirWords(shown: Shown, asked: readonly Asked[], of: ShownTable['of']): ShownTable[] {
  return shown.oneWay.flatMap(({ key, cells }) => {
    const question = asked.find((one) => one.key === key)
    return question
      ? [
          {
            key,
            of,
            title: question.title,
            cells: cells.map((cell, at) => ({ label: question.labels[at] ?? '', shown: cell })),
            ...(question.choice && { choice: question.choice }),
          },
        ]
      : []
  })
}
