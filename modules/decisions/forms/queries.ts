import { z } from 'zod'
import { findPost, staff } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import { answersOf, formOf } from './store.ts'
import { formsSettled } from './use-form.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

/** The forms that the council has today. */
export const viewForms = query({
  name: 'decisions.view-forms',
  title: 'See the council’s forms',
  may: [...staff],
  input: z.object({}),
  async run({ tx, council, today }) {
    const { list, source } = await formsSettled(tx, council, today)
    return done({ forms: list.map(({ key, title, makers }) => ({ key, title, makers })), source })
  },
})

/** The form that a record is on, and what stands in the fields that only it has. */
export const viewForm = aboutRecord({
  name: 'decisions.view-form',
  title: 'See the form of a record',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, council, today }, { ref }) {
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const maker = decision.maker === null ? null : await findPost(tx, council, decision.maker)
    const { list } = await formsSettled(tx, council, today)
    const used = await formOf(tx, council, decision.decision)
    return done({
      state: decision.state,
      version: decision.version,
      used,
      answers: await answersOf(tx, council, decision.decision),
      /** Those for whoever decides it; all of them while nobody is named. */
      suited: list
        .filter(({ makers }) => maker === null || makers.length === 0 || makers.includes(maker.kind))
        .map(({ key, title }) => ({ key, title })),
    })
  },
})
