import type { z } from 'zod'
import { editConsultation, openConsultation, permissionQuestion, setQuestions, startConsultation } from '#consultations'
import { openDatabase } from '#platform/database.ts'
import { londonDay, perform, type House } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'
import type { Actor, Outcome, UseCase } from '#platform/use-case.ts'
import { benchCouncil } from './council.ts'

/** Has something done in Larkshire as its officer, or says why it was not. */
export type Does = <In extends z.ZodType, Out>(useCase: UseCase<In, Out>, input: z.input<In>) => Promise<Out>

/** Larkshire with an officer at work, so many days ago. */
export async function atWork(
  url: string,
  daysAgo = 0,
): Promise<{ house: House; officer: Actor; does: Does; close(): Promise<void> }> {
  const database = await openDatabase({ url })
  const priya = (await benchCouncil(database)).find(({ name }) => name.startsWith('Priya'))
  const clock = () => Temporal.Now.instant().subtract({ hours: 24 * daysAgo })
  const house = { database, councils: councilsIn(database), clock, stir: () => {} }
  const officer = {
    council: 'larkshire',
    account: priya?.account ?? null,
    name: 'Priya Larkin',
    roles: ['commissioning officer'],
  }
  const does: Does = async (useCase, input) => must(await perform(house, useCase, officer, input))
  return { house, officer, does, close: () => database.close() }
}

/** What came of it, or a failure of the measurement. */
export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error([outcome.refusal.what, ...outcome.refusal.because].join(' '))
}

/** A consultation of ten questions for six weeks, opened today: nine with choices, one in words; and whether the words may be published. */
export async function openedIn({ house, does }: Awaited<ReturnType<typeof atWork>>): Promise<string> {
  const today = londonDay(await house.councils.now('larkshire', house.clock()))
  let { ref, version } = await does(startConsultation, { title: 'Care at home: what matters' })
  ;({ version } = await does(editConsultation, {
    ref,
    version,
    changes: {
      subject: 'adults/care-at-home',
      why: 'The contracts end.',
      contact: 'Call us.',
      groups: [{ name: 'People who have care at home', population: 800, source: 'Records' }],
      opensOn: today,
      closesOn: today.add({ days: 41 }),
    },
  }))
  const plain = { help: null, required: false, showIf: [], options: [], rows: [], scale: null }
  const options = ['a1', 'a2', 'a3'].map((key) => ({ key, words: `Answer ${key}` }))
  ;({ version } = await does(setQuestions, {
    ref,
    version,
    questionnaire: {
      sections: [
        {
          key: 's1',
          title: 'Care',
          lead: null,
          questions: [
            {
              ...plain,
              key: 'q1',
              kind: 'single' as const,
              words: 'Do you have care at home?',
              required: true,
              options,
            },
            ...Array.from({ length: 8 }, (_, n) => ({
              ...plain,
              key: `q${n + 2}`,
              kind: 'multiple' as const,
              words: `Question ${n + 2}`,
              options,
            })),
            { ...plain, key: 'q10', kind: 'long-text' as const, words: 'Anything else?' },
          ],
        },
        { key: 's2', title: 'Publishing what you wrote', lead: null, questions: [permissionQuestion] },
      ],
    },
  }))
  await does(openConsultation, { ref, version, because: 'A measurement.' })
  return ref
}

/** What the n-th of many answers. */
export const answersOf = (n: number) => ({
  q1: 'a1',
  ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`q${at + 2}`, [`a${1 + ((n + at) % 3)}`]])),
  q10: `Response ${n}: the same carer every day, at a time that we agree on, who knows how my mother likes her tea, and who has time to stay for it.`,
})
