import { explain } from '#platform/law.ts'
import type { Part } from '../part.ts'
import { ownFieldsOf } from './form.ts'
import { formIsFilled } from './rules/form-is-filled.ts'
import { answersOf, formOf } from './store.ts'

/** The council’s form and what stands in the fields that only it has, as the public sees it. */
export type PublicForm = { title: string; answers: { label: string; answer: string }[] }

export const formsPart: Part = {
  name: 'forms',
  async gate({ tx, council }, { decision }, stage, on) {
    if (stage === 'publish') return []
    const used = await formOf(tx, council, decision)
    if (!used) return []
    const given = new Set((await answersOf(tx, council, decision)).map(({ key }) => key))
    const asks = ownFieldsOf(used.form).map(({ key, label, required }) => ({
      label,
      required,
      answered: given.has(key),
    }))
    return explain([formIsFilled], { form: used.form.title, asks }, on)
  },
  async shows(tx, council, { decision }) {
    const used = await formOf(tx, council, decision)
    if (!used) return {}
    const answers = await answersOf(tx, council, decision)
    return { form: { title: used.form.title, answers: answers.map(({ label, answer }) => ({ label, answer })) } }
  },
  async moved(work, { decision, ref }, to) {
    if (to !== 'decided') return
    const used = await formOf(work.tx, work.actor.council, decision)
    if (used)
      work.seal('form', ref, { form: used.form, answers: await answersOf(work.tx, work.actor.council, decision) })
  },
}
