import { z } from 'zod'
import { text } from '#platform/input.ts'
import { questionKey, type Option, type Question, type Questionnaire, type Section } from './questionnaire.ts'

const words = (max: number) =>
  z
    .string()
    .max(max)
    .transform((typed) => typed.trim())

/** The same questionnaire in other words, by the keys of what they stand for; what is left out is not translated yet. */
export const wordingContent = z.object({
  title: words(300).default(''),
  why: words(10_000).default(''),
  sections: z.record(questionKey, z.object({ title: words(300), lead: words(6000).default('') })).default({}),
  questions: z
    .record(
      questionKey,
      z.object({
        words: words(1500),
        help: words(3000).default(''),
        options: z.record(questionKey, words(500)).default({}),
        rows: z.record(questionKey, words(500)).default({}),
        low: words(200).default(''),
        high: words(200).default(''),
      }),
    )
    .default({}),
})
export type WordingContent = z.output<typeof wordingContent>

/** `wording` is its short name in addresses: `easy-read`, `cy`, `ur`. */
export const wordingInput = z.object({
  wording: z.string().regex(/^[a-z][a-z0-9-]{0,29}$/u, 'Use small letters, digits and hyphens, for example easy-read.'),
  name: text(100),
  // BCP 47, as the attribute lang wants it.
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, 'Give the language as a tag, for example cy, ur or en-GB.'),
  direction: z.enum(['ltr', 'rtl']),
  easyRead: z.boolean().default(false),
  content: wordingContent,
})

/** How a reader may have the questions: the wording that the council wrote them in has the name `en`. */
export type Wording = {
  wording: string
  version: number
  name: string
  language: string
  direction: 'ltr' | 'rtl'
  easyRead: boolean
  content: WordingContent
  publishedAt: Temporal.Instant | null
}

export const original = { wording: 'en', name: 'English', language: 'en', direction: 'ltr' as const, easyRead: false }

/** The questionnaire in a wording; what was not put into it stands in the council's own words, so that no question is lost. */
export function inWording(questionnaire: Questionnaire, content: WordingContent | null): Questionnaire {
  if (!content) return questionnaire
  const question = (one: Question): Question => {
    const said = content.questions[one.key]
    if (!said) return one
    const option =
      (of: Record<string, string>) =>
      ({ key, words: own }: Option): Option => ({ key, words: of[key] || own })
    return {
      ...one,
      words: said.words || one.words,
      help: one.help === null ? null : said.help || one.help,
      options: one.options.map(option(said.options)),
      rows: one.rows.map(option(said.rows)),
      scale: one.scale && { ...one.scale, low: said.low || one.scale.low, high: said.high || one.scale.high },
    }
  }
  return {
    sections: questionnaire.sections.map((section): Section => ({
      ...section,
      title: content.sections[section.key]?.title || section.title,
      lead: section.lead === null ? null : content.sections[section.key]?.lead || section.lead,
      questions: section.questions.map(question),
    })),
    equality: questionnaire.equality.map(question),
  }
}

/** What still has to be put into a wording, each named by its own words; none when it says everything that the original says. */
export function missingIn(questionnaire: Questionnaire, content: WordingContent): string[] {
  const missing: string[] = []
  const want = (has: string | undefined, what: string) => {
    if (!has) missing.push(what)
  }
  want(content.title, 'the title')
  want(content.why, 'why it is asked')
  for (const { key, title, lead, questions } of questionnaire.sections) {
    want(content.sections[key]?.title, `the section “${title}”`)
    if (lead !== null) want(content.sections[key]?.lead, `what stands before the questions of “${title}”`)
    questions.forEach(ask)
  }
  questionnaire.equality.forEach(ask)
  function ask({ key, words: own, help, options, rows, scale }: Question) {
    const said = content.questions[key]
    want(said?.words, `the question “${own}”`)
    if (help !== null) want(said?.help, `the help for “${own}”`)
    for (const one of options) want(said?.options[one.key], `the answer “${one.words}”`)
    for (const one of rows) want(said?.rows[one.key], `the line “${one.words}”`)
    if (scale) {
      want(said?.low, `“${scale.low}”`)
      want(said?.high, `“${scale.high}”`)
    }
  }
  return missing
}
