import { randomUUID } from 'node:crypto'
import { must, type World } from '../../testing/world.ts'
import { packKindNames, packKinds } from './consultation.ts'
import type { Questionnaire } from './questions/questionnaire.ts'
import {
  addDocument,
  editConsultation,
  openConsultation,
  respond,
  setQuestions,
  startConsultation,
} from './use-cases.ts'
import { viewDraft } from './queries.ts'

const question = { help: null, required: false, showIf: [], options: [], rows: [], scale: null }

/** Two sections: what somebody uses and why; how they judge. Whoever has had no break is asked why; the rest what they used. */
export const someQuestions: Questionnaire = {
  sections: [
    {
      key: 's1',
      title: 'Your breaks',
      lead: 'About the last 12 months.',
      questions: [
        {
          ...question,
          key: 'q1',
          kind: 'single',
          words: 'Have you had a short break?',
          required: true,
          options: [
            { key: 'yes', words: 'Yes' },
            { key: 'no', words: 'No' },
          ],
        },
        {
          ...question,
          key: 'q2',
          kind: 'multiple',
          words: 'Which ones?',
          showIf: [{ question: 'q1', is: ['yes'] }],
          required: true,
          options: [
            { key: 'play', words: 'Play scheme' },
            { key: 'night', words: 'Night away' },
          ],
        },
        { ...question, key: 'q3', kind: 'long-text', words: 'Why not?', showIf: [{ question: 'q1', is: ['no'] }] },
      ],
    },
    {
      key: 's2',
      title: 'The proposal',
      lead: null,
      questions: [
        {
          ...question,
          key: 'q4',
          kind: 'scale',
          words: 'Are the criteria clear?',
          scale: { from: 1, to: 5, low: 'Not at all', high: 'Entirely' },
        },
        {
          ...question,
          key: 'q5',
          kind: 'matrix',
          words: 'How much do these matter?',
          options: [
            { key: 'much', words: 'Much' },
            { key: 'little', words: 'Little' },
          ],
          rows: [
            { key: 'near', words: 'That it is near' },
            { key: 'cost', words: 'What it costs' },
          ],
        },
        {
          ...question,
          key: 'q6',
          kind: 'ranking',
          words: 'Put in order',
          options: [
            { key: 'x', words: 'Weekends' },
            { key: 'y', words: 'Evenings' },
            { key: 'z', words: 'Holidays' },
          ],
        },
        { ...question, key: 'q7', kind: 'upload', words: 'A letter of support' },
        { ...question, key: 'q8', kind: 'long-text', words: 'Anything else?' },
      ],
    },
  ],
  equality: [
    {
      ...question,
      key: 'e1',
      kind: 'single',
      words: 'How old are you?',
      options: [
        { key: 'young', words: 'Under 25' },
        { key: 'old', words: '25 or over' },
      ],
    },
  ],
}

/** A draft of Priya's with everything in place: six weeks from the world's day. */
export async function drafted(
  world: World,
  from: string,
  changes: Record<string, unknown> = {},
  questionnaire: Questionnaire = someQuestions,
): Promise<{ ref: string; version: number }> {
  const priya = world.as('Priya')
  let { ref, version } = must(await world.does(priya, startConsultation, { title: 'Short breaks: who can have one' }))
  ;({ version } = must(
    await world.does(priya, editConsultation, {
      ref,
      version,
      changes: {
        subject: 'children/short-breaks',
        why: 'The present criteria are unclear.',
        affected: 'Disabled children and their families.',
        contact: 'Call 01234 000000.',
        opensOn: from,
        closesOn: Temporal.PlainDate.from(from).add({ days: 41 }).toString(),
        secondKeyed: 100,
        groups: [
          { name: 'Families who have short breaks', population: 1250, source: 'Service records' },
          { name: 'Disabled children', population: 6785, source: 'Estimate' },
        ],
        ...changes,
      },
    }),
  ))
  ;({ version } = must(await world.does(priya, setQuestions, { ref, version, questionnaire })))
  for (const kind of packKindNames.filter((one) => packKinds[one].needed)) {
    must(
      await world.does(priya, addDocument, { ref, kind, title: packKinds[kind].title, words: `Words about ${kind}.` }),
    )
  }
  return { ref, version }
}

/** The same, open. */
export async function opened(
  world: World,
  from: string,
  changes: Record<string, unknown> = {},
  questionnaire?: Questionnaire,
): Promise<string> {
  const { ref, version } = await drafted(world, from, changes, questionnaire)
  must(await world.does(world.as('Priya'), openConsultation, { ref, version }))
  return ref
}

export const someAnswers = { q1: 'yes', q2: ['play'], q4: 4, q5: { near: 'much' }, q6: ['y', 'x', 'z'] }

/** One more response, online. */
export const answered = async (
  world: World,
  ref: string,
  answers: Record<string, unknown> = {},
  key: string = randomUUID(),
): Promise<string> =>
  must(await world.does(world.visitor, respond, { ref, key, answers: { ...someAnswers, ...answers } })).receipt

/** The draft as it stands. */
export const seen = async (world: World, ref: string) => must(await world.asks(world.as('Priya'), viewDraft, { ref }))
