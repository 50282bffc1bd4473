import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { officer } from '#authority'
import { findDecision } from '#decisions'
import { optionalText, ref, text, uuid, yesNo } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { inAnalysis } from './frame.ts'
import {
  answerKinds,
  frameOf,
  insertTheme,
  insertThemeAnswer,
  themeAnswerHistory,
  themeHistory,
  type AnswerKind,
  type Trace,
} from './store.ts'

const mostThemes = 60

/** Puts a theme that people raised, made of codes; or changes one, with the reason. Every version stays. */
export const putTheme = useCase({
  name: 'consultations.put-theme',
  title: 'Put a theme that people raised',
  may: [officer],
  input: z.object({
    ref,
    theme: uuid.optional(),
    title: text(200),
    says: text(2000),
    codes: z.array(uuid).min(1, 'Choose at least one code.').max(150),
    retired: yesNo.default(false),
    because: optionalText(500),
  }),
  async run(work, { ref, theme, title, says, codes, retired, because }) {
    const outcome = await inAnalysis(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, name },
      now,
    } = work
    const { consultation } = outcome.value
    const frame = await frameOf(tx, council, consultation)
    if (codes.some((code) => !frame.some((one) => one.code === code)))
      return invalid({ codes: 'A code is not in the coding frame.' })
    const history = await themeHistory(tx, council, consultation)
    const was = history.findLast((one) => one.theme === theme)
    if (theme !== undefined && !was) return missing('There is no such theme.')
    if (was && because === null) return invalid({ because: 'Say why the theme changes.' })
    const known = new Set(history.map((one) => one.theme)).size
    if (!was && known >= mostThemes)
      return refused(`There are ${known} themes.`, `More than ${mostThemes} are not kept.`, 'Join some of them.')
    const made = {
      theme: theme ?? randomUUID(),
      n: (was?.n ?? 0) + 1,
      position: was?.position ?? known + 1,
      title,
      says,
      codes: [...new Set(codes)],
      retired,
      because,
      at: now,
      by: name,
    }
    await insertTheme(tx, council, consultation, made)
    return done({ ref, theme: made.theme, n: made.n })
  },
})

const kinds = Object.keys(answerKinds) as [AnswerKind, ...AnswerKind[]]
const trace = z.object({ kind: z.enum(['decision', 'specification']), ref: text(100), label: text(40) })

/**
 * Answers a theme: we will, we will not because, or it is so already; and where that is written, a clause of a specification or of
 * a decision. What the council will do has to be written somewhere; what it will not do needs the reason.
 */
export const answerTheme = useCase({
  name: 'consultations.answer-theme',
  title: 'Answer a theme',
  may: [officer],
  input: z.object({
    ref,
    theme: uuid,
    answer: z.enum(kinds, 'Choose an answer.'),
    says: text(4000),
    traces: z.array(trace).max(20).default([]),
  }),
  async run(work, { ref, theme, answer, says, traces }) {
    const outcome = await inAnalysis(work, ref)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, name },
      now,
    } = work
    const { consultation } = outcome.value
    const known = (await themeHistory(tx, council, consultation)).findLast((one) => one.theme === theme)
    if (!known || known.retired) return missing('There is no such theme.')
    if (answer !== 'we-will-not' && traces.length === 0)
      return invalid({ traces: 'Say in which clause of a decision or a specification it is written.' })
    const wrong: string[] = []
    for (const one of traces) if (one.kind === 'decision') wrong.push(...(await faultOf(one)))
    if (wrong.length) return invalid({ traces: wrong.join(' ') })
    const n = (await themeAnswerHistory(tx, council, consultation)).filter((one) => one.theme === theme).length + 1
    await insertThemeAnswer(tx, council, consultation, { theme, n, answer, says, traces, at: now, by: name })
    return done({ ref, theme, n })

    async function faultOf({ ref: decision, label }: Trace): Promise<string[]> {
      const found = await findDecision(tx, council, decision)
      if (!found) return [`There is no decision ${decision}.`]
      return found.clauses.some((clause) => clause.label === label) ? [] : [`${decision} has no clause (${label}).`]
    }
  },
})
