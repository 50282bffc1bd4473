import { democraticServices } from '#authority'
import { asking, questionPage } from '#govuk'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { fieldErrors, onDesk, shownRefusal } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { fieldPlaces, placeWords } from '../../secrecy/restriction.ts'
import { correctRecord } from '../correct-record.ts'
import { signedText } from '../correction.ts'
import { correctPath } from '../paths.ts'

/** What does it say, and what should it say? */
export const correctPage: Page = {
  path: correctPath.pattern,
  may: [democraticServices],
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const ref = visit.params['ref'] ?? ''
    const [place = '', clause = null] = (form.values['place'] ?? '').split(':')
    const { said, shouldSay, because, clerical } = form.values
    const outcome = await visit.perform(
      correctRecord,
      { ref, place, clause, said, shouldSay, because, clerical: clerical ?? '' },
      form,
    )
    return outcome.ok ? { redirect: `${recordPath({ ref })}?done=corrected` } : asked(visit, form, outcome.refusal)
  },
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const record = await onDesk(visit)
  if (!record.ok) return { refusal: record.refusal }
  const { decision } = record.value
  const { ref } = decision
  if (decision.state !== 'published' && decision.state !== 'superseded') return { redirect: recordPath({ ref }) }
  const places = [
    { value: 'title', text: 'The title' },
    ...fieldPlaces
      .filter((place) => signedText(decision, place, null)?.trim())
      .map((place) => ({ value: place as string, text: capital(placeWords(decision, { place, clause: null })) })),
    ...decision.clauses.map(({ clause }) => ({
      value: `clause:${clause}`,
      text: capital(placeWords(decision, { place: 'clause', clause })),
    })),
  ]
  const ask = asking({ values: form?.values ?? {}, errors: refusal ? fieldErrors(refusal) : {} })
  const fields = [
    ask.radios({ name: 'place', legend: 'Where does the error stand?', items: places }),
    ask.textarea({
      name: 'said',
      label: 'What does it say?',
      hint: 'The words exactly as they stand, with enough around the error to find it',
      rows: 3,
    }),
    ask.textarea({ name: 'shouldSay', label: 'What should it say?', hint: 'The same words, put right', rows: 3 }),
    ask.textarea({ name: 'because', label: 'How did the error come about?', rows: 3 }),
    ask.radios({
      name: 'clerical',
      legend: 'Is it a slip of writing, which changes nothing that was decided?',
      items: [
        { value: 'yes', text: 'Yes' },
        {
          value: 'no',
          text: 'No, it changes what was decided',
          hint: 'That takes a new decision, which supersedes this one.',
        },
      ],
    }),
  ]
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Correct a slip of writing',
      back: recordPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${decision.title}`,
        heading: 'Correct a slip of writing',
        refusal: shownRefusal(refusal),
        fields,
        hidden: visit.formFields(),
        lead: html`<p class="govuk-body">
          The record stays as it was signed. The correction stands beside it for everybody to see, with the old words
          struck out and kept. Sums, days, ceilings, posts, verbs and the day of effect are never corrected: they are
          decided anew.
        </p>`,
        buttonText: 'Publish the correction',
        cancel: { text: 'Cancel', href: recordPath({ ref }) },
      }),
    },
  }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
