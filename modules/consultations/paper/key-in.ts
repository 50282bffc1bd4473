import { z } from 'zod'
import { officer } from '#authority'
import { text, uuid } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { answersInput, checkAnswers } from '../questions/check-answers.ts'
import { receive } from '../responses/receive.ts'
import { receivingInto } from '../responses/store.ts'
import { questionnaireOf } from '../store.ts'
import { differences } from './compare.ts'
import { findForm, insertKeying, keyingsOf, lockForm, type PaperForm, type Read } from './store.ts'

type Keyed = { form: string; differs: string[]; receipt: string | null }

/**
 * Keys in a paper form. Forms that were drawn for it are keyed in by a second person as well; where both read the same, or nobody
 * else is asked, the form becomes a response like every other, received on the day on which its box was opened.
 */
export const keyIn = useCase({
  name: 'consultations.key-in',
  title: 'Key in a paper form',
  may: [officer],
  input: z.object({ form: uuid, answers: answersInput, said: text(20_000).nullable().default(null) }),
  remembers: ({ form }) => ({ form }),
  async run(work, { form, answers, said }): Promise<Outcome<Keyed>> {
    const found = await theForm(work, form)
    if (!found.ok) return found
    const { actor } = work
    const keyings = await keyingsOf(work.tx, actor.council, form)
    const [first, second] = keyings
    if (!actor.account) return refused('Somebody must key it in.', [], 'Sign in first.')
    if ((first && !found.value.second) || second) return refused(`${nameOf(found.value)} is keyed in already.`)
    if (first?.keyer === actor.account)
      return refused(
        `You keyed in ${nameOf(found.value)} yourself.`,
        'A second person keys it in, without seeing what the first read.',
        'Leave it to a colleague.',
      )
    const read = await fitToKeep(work, found.value, { answers, said })
    if (!read.ok) return read
    const n = first ? 2 : 1
    await insertKeying(work.tx, actor.council, form, {
      n,
      keyer: actor.account,
      keyerName: actor.name,
      read: read.value,
      because: null,
      keyedAt: work.now,
    })
    if (!first && found.value.second) return done({ form, differs: [], receipt: null })
    const differs = first ? differences(first.read, read.value) : []
    if (differs.length) return done({ form, differs, receipt: null })
    return settle(work, found.value, read.value, [first?.keyerName, actor.name])
  },
})

/** Settles what two people read differently on a form, with the reason; the form then becomes a response. */
export const settleForm = useCase({
  name: 'consultations.settle-form',
  title: 'Settle what two people read differently',
  may: [officer],
  input: z.object({
    form: uuid,
    answers: answersInput,
    said: text(20_000).nullable().default(null),
    because: text(1000),
  }),
  remembers: ({ form, because }) => ({ form, because }),
  async run(work, { form, answers, said, because }): Promise<Outcome<Keyed>> {
    const found = await theForm(work, form)
    if (!found.ok) return found
    const { actor } = work
    const keyings = await keyingsOf(work.tx, actor.council, form)
    const [first, second, third] = keyings
    if (!actor.account) return refused('Somebody must settle it.', [], 'Sign in first.')
    if (!first || !second || third || !differences(first.read, second.read).length)
      return refused(`There is nothing to settle on ${nameOf(found.value)}.`)
    const read = await fitToKeep(work, found.value, { answers, said })
    if (!read.ok) return read
    await insertKeying(work.tx, actor.council, form, {
      n: 3,
      keyer: actor.account,
      keyerName: actor.name,
      read: read.value,
      because,
      keyedAt: work.now,
    })
    return settle(work, found.value, read.value, [first.keyerName, second.keyerName, actor.name])
  },
})

const nameOf = ({ batchN, n }: PaperForm) => `Form ${batchN}/${n}`

async function theForm(work: Work, form: string): Promise<Outcome<PaperForm>> {
  await lockForm(work.tx, work.actor.council, form)
  const found = await findForm(work.tx, work.actor.council, form)
  if (!found) return missing('There is no such form.')
  work.about(found.ref)
  if (found.voidBecause !== null) return refused(`${nameOf(found)} was set aside: ${found.voidBecause}`)
  return found.receipt === null ? done(found) : refused(`${nameOf(found)} is response ${found.receipt} already.`)
}

async function fitToKeep({ tx, council }: Work, { ref }: PaperForm, { answers, said }: Read): Promise<Outcome<Read>> {
  const into = await receivingInto(tx, council, ref)
  const questionnaire = into && (await questionnaireOf(tx, council, into.consultation, into.questionnaire))
  if (!questionnaire) throw new Error(`${ref} has no questionnaire.`)
  const checked = checkAnswers(questionnaire, answers, { complete: false })
  if (Object.keys(checked.errors).length)
    return invalid(Object.fromEntries(Object.entries(checked.errors).map(([key, says]) => [`answers.${key}`, says])))
  if (!Object.keys(checked.answers).length && said === null)
    return invalid({ said: 'Nothing was read on this form. Key in what is there, or set the form aside.' })
  return done({ answers: checked.answers, said })
}

async function settle(
  work: Work,
  form: PaperForm,
  { answers, said }: Read,
  by: (string | undefined)[],
): Promise<Outcome<Keyed>> {
  const received = await receive(work, {
    ref: form.ref,
    channel: 'paper',
    key: form.form,
    answers,
    said,
    complete: false,
    receivedOn: form.openedOn,
    form: form.form,
    enteredBy: [...new Set(by.filter(Boolean))].join(' and '),
  })
  return received.ok ? done({ form: form.form, differs: [], receipt: received.value.receipt }) : received
}
