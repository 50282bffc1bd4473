import { decisionMaker, officer } from '#authority'
import { asking, questionPage, type Asking } from '#govuk'
import type { Content } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal, UseCase } from '#platform/use-case.ts'
import { moves, type State } from '../decision.ts'
import { takeBack, withdraw } from '../propose.ts'
import { refuse } from '../sign.ts'
import { fieldErrors, onDesk, shownRefusal } from './draft-question.ts'
import { recordPath, refusePath, takeBackPath, withdrawPath } from './paths.ts'

type Move = {
  path: { pattern: string }
  may: readonly string[]
  to: State
  does: UseCase
  done: string
  question: string
  lead: string
  fields?(ask: Asking): Content
  button: string
  warning?: true
}

/** A page that asks once more before a record moves on. */
const moving = (move: Move): Page => ({
  path: move.path.pattern,
  may: move.may,
  get: (visit) => asked(visit, move, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.perform(move.does, { ref, because: form.values['because'] }, form)
    return outcome.ok
      ? { redirect: `${recordPath({ ref })}?done=${move.done}` }
      : asked(visit, move, form, outcome.refusal)
  },
})

async function asked(visit: Visit, move: Move, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { ref, title, state } = outcome.value.decision
  if (!moves[state].includes(move.to) && !refusal) return { redirect: recordPath({ ref }) }
  const ask = asking({ values: form?.values, errors: refusal ? fieldErrors(refusal) : {} })
  const fields = move.fields?.(ask) ?? ''
  return {
    status: refusal ? 422 : 200,
    view: {
      title: move.question,
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading: move.question,
        lead: move.lead,
        refusal: shownRefusal(refusal),
        fields,
        hidden: visit.formFields(),
        buttonText: move.button,
        warning: move.warning,
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

/** Why is it refused? */
export const refusePage = moving({
  path: refusePath,
  may: [decisionMaker],
  to: 'refused',
  does: refuse,
  done: 'refused',
  question: 'Why do you refuse it?',
  lead: 'Whoever drafted it is told your reasons, and they are kept with the record. It goes no further; a new draft may take it up again.',
  fields: (ask) => ask.textarea({ name: 'because', label: 'Reasons', rows: 6 }),
  button: 'Refuse the decision',
  warning: true,
})

/** Should it be a draft again? */
export const takeBackPage = moving({
  path: takeBackPath,
  may: [officer],
  to: 'draft',
  does: takeBack,
  done: 'taken-back',
  question: 'Take it back to draft?',
  lead: 'It leaves the desk of whoever decides, and can be changed and proposed again.',
  button: 'Take it back',
})

/** Should it go no further? */
export const withdrawPage = moving({
  path: withdrawPath,
  may: [officer],
  to: 'withdrawn',
  does: withdraw,
  done: 'withdrawn',
  question: 'Withdraw it?',
  lead: 'It is kept and goes no further. That cannot be undone.',
  button: 'Withdraw it',
  warning: true,
})
