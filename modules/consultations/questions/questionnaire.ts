import { z } from 'zod'
import { text, whole } from '#platform/input.ts'

/** What can be asked, and how each is called on the desk. */
export const kinds = {
  text: 'A short answer in words',
  'long-text': 'A long answer in words',
  single: 'Choose one',
  multiple: 'Choose any number',
  scale: 'A place on a scale',
  matrix: 'One choice for each of several things',
  ranking: 'Put in order',
  upload: 'Send a file',
} as const
export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as [Kind, ...Kind[]]

/** Something to choose or to put in order, under a key that stays when its words change. */
export type Option = { key: string; words: string }

/** Holds when the answer to `question`, which is asked earlier, is one of `is` (or has one of them among its choices). */
export type Condition = { question: string; is: string[] }

export type Question = {
  key: string
  kind: Kind
  words: string
  help: string | null
  required: boolean
  /** Shown only when every one of these holds; always when there are none. */
  showIf: Condition[]
  /** Choices; of a matrix its columns, of a ranking what is put in order. */
  options: Option[]
  /** What a matrix asks about, row by row. */
  rows: Option[]
  /** The ends of a scale, in numbers and in words. */
  scale: { from: number; to: number; low: string; high: string } | null
}

export type Section = { key: string; title: string; lead: string | null; questions: Question[] }

/** `equality` are the questions about who people are: asked apart, kept apart, never joined to an answer. */
export type Questionnaire = { sections: Section[]; equality: Question[] }

export const emptyQuestionnaire: Questionnaire = { sections: [], equality: [] }

export const questionKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,29}$/u, 'Use small letters, digits and hyphens, for example q1.')

const option = z.object({ key: questionKey, words: text(300) })

/** A question as it is sent; what its kind needs is checked together with the whole, see `faultsIn`. */
export const questionInput = z.object({
  key: questionKey,
  kind: z.enum(kindNames, 'Choose how it is answered.'),
  words: text(1000),
  help: text(2000).nullable().default(null),
  required: z.boolean().default(false),
  showIf: z
    .array(z.object({ question: questionKey, is: z.array(questionKey).min(1).max(100) }))
    .max(5)
    .default([]),
  options: z.array(option).max(100).default([]),
  rows: z.array(option).max(50).default([]),
  scale: z
    .object({ from: whole(0, 10), to: whole(1, 10), low: text(100), high: text(100) })
    .nullable()
    .default(null),
})

export const sectionInput = z.object({
  key: questionKey,
  title: text(200),
  lead: text(4000).nullable().default(null),
  questions: z.array(questionInput).max(200),
})

export const questionnaireInput = z.object({
  sections: z.array(sectionInput).max(50),
  equality: z.array(questionInput).max(40).default([]),
})

/** Every question that belongs to the response, in the order in which it is asked. */
export const questionsOf = ({ sections }: Pick<Questionnaire, 'sections'>): Question[] =>
  sections.flatMap(({ questions }) => questions)

/** A key that nothing in the questionnaire has: q1, q2 … */
export function nextKey(questionnaire: Questionnaire, letter: 'q' | 's' | 'e'): string {
  const taken = [
    ...questionnaire.sections.map(({ key }) => key),
    ...questionsOf(questionnaire).map(({ key }) => key),
    ...questionnaire.equality.map(({ key }) => key),
  ]
  const numbers = taken.flatMap((key) =>
    key.startsWith(letter) && /^\d+$/u.test(key.slice(1)) ? [Number(key.slice(1))] : [],
  )
  return `${letter}${Math.max(0, ...numbers) + 1}`
}

/** Gives each line of words a key; lines that were there before keep theirs, so that answers and conditions still fit. */
export function optionsFrom(lines: readonly string[], before: readonly Option[]): Option[] {
  const known = new Map(before.map(({ words, key }) => [words, key]))
  // A line whose words were mended keeps its place, and with it its key, when as many lines stand as before.
  const kept = lines.map(
    (words, at) =>
      known.get(words)
      ?? (lines.length === before.length && !lines.includes(before[at]?.words ?? '') ? before[at]?.key : undefined),
  )
  const taken = new Set([...kept, ...before.map(({ key }) => key)])
  let n = 0
  return lines.map((words, at) => {
    let key = kept[at]
    while (key === undefined) {
      const candidate = `a${++n}`
      if (!taken.has(candidate)) key = candidate
    }
    taken.add(key)
    return { key, words }
  })
}
