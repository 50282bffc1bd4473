import { democraticServices, officer } from '#authority'
import { asking, questionPage } from '#govuk'
import { keptKinds } from '#platform/file-kind.ts'
import { isUuid } from '#platform/input.ts'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { missing, type Refusal } from '#platform/use-case.ts'
import { fieldErrors, onDesk, shownRefusal } from '../../pages/draft-question.ts'
import { dayTyped, inBoxes } from '../../papers/pages/papers.ts'
import { viewPapers } from '../../papers/queries.ts'
import { restrictionsPath, restrictPath } from '../paths.ts'
import { viewRestrictions } from '../queries.ts'
import { restrict } from '../restrict.ts'
import {
  fieldPlaces,
  groundWords,
  isAmount,
  type AmountPlace,
  placeWords,
  textAt,
  type FieldPlace,
  type Place,
} from '../restriction.ts'
import { joined, sentencesOf } from './sentences.ts'

const isField = (place: string): place is FieldPlace => fieldPlaces.some((one) => one === place)

/** Which words are withheld, and why? */
export const restrictPage: Page = {
  path: restrictPath.pattern,
  may: [officer, democraticServices],
  get: (visit) => asked(visit, null, null),
  post: async (visit, form) => {
    const at = await placeOf(visit)
    if ('refusal' in at) return at
    const { ref, place, clause, paper, grant, text } = at
    const { values, lists } = form
    const pasted = values['pasted']?.trim() ?? ''
    const file = form.files.find(({ field }) => field === 'file')
    const outcome = await visit.perform(
      restrict,
      {
        ref,
        place,
        clause,
        paper,
        grant,
        passages: isAmount(place)
          ? []
          : [...joined(sentencesOf(text), lists['sentence'] ?? []), ...(pasted === '' ? [] : [pasted])],
        kind: values['kind'],
        codes: lists['codes'] ?? [],
        publicInterest: values['publicInterest'],
        decidedBy: values['decidedBy'],
        decidedOn: dayTyped(values, 'decidedOn') || undefined,
        reviewOn: dayTyped(values, 'reviewOn'),
        instead: visit.query['instead'] ?? null,
        ...(file ? { name: file.name, bytes: file.bytes } : {}),
      },
      form,
    )
    return outcome.ok ? { redirect: `${restrictionsPath({ ref })}?done=withheld` } : asked(visit, form, outcome.refusal)
  },
}

type At = {
  ref: string
  title: string
  place: Place
  clause: string | null
  paper: string | null
  grant: string | null
  text: string
  words: string
}

async function placeOf(visit: Visit): Promise<At | { refusal: Refusal }> {
  const record = await onDesk(visit)
  if (!record.ok) return { refusal: record.refusal }
  const { decision } = record.value
  const { ref, title } = decision
  const given = visit.params['place'] ?? ''
  if (isField(given))
    return {
      ref,
      title,
      place: given,
      clause: null,
      paper: null,
      grant: null,
      text: textAt(decision, given, null) ?? '',
      words: placeWords(decision, { place: given, clause: null }),
    }
  const clause = decision.clauses.find((one) => one.clause === given)
  if (clause)
    return {
      ref,
      title,
      place: 'clause',
      clause: given,
      paper: null,
      grant: null,
      text: clause.words,
      words: placeWords(decision, { place: 'clause', clause: given }),
    }
  const grant = decision.clauses.flatMap(({ grants }) => grants).find((one) => one.grant === given)?.grant ?? null
  const amount: AmountPlace = grant === null ? 'value' : 'ceiling'
  const sum = grant === null && given !== 'value' ? null : textAt(decision, amount, null, grant)
  if (sum !== null)
    return {
      ref,
      title,
      place: amount,
      clause: null,
      paper: null,
      grant,
      text: sum,
      words: placeWords(decision, { place: amount, clause: null, grant }),
    }
  const papers = isUuid(given) ? await visit.ask(viewPapers, { ref }) : null
  const paper = papers?.ok ? papers.value.papers.find((one) => one.paper === given) : undefined
  return paper
    ? {
        ref,
        title,
        place: 'paper',
        clause: null,
        paper: given,
        grant: null,
        text: '',
        words: `the paper “${paper.title}”`,
      }
    : missing(`${ref} has no such place.`)
}

async function asked(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const at = await placeOf(visit)
  if ('refusal' in at) return at
  const { ref, title, text, words, place } = at
  const known = await visit.ask(viewRestrictions, { ref })
  if (!known.ok) return { refusal: known.refusal }
  const old = known.value.restrictions.find(({ restriction }) => restriction === visit.query['instead'])
  const first = {
    ...inBoxes(visit.today, 'decidedOn'),
    ...(old
      ? {
          kind: old.kind,
          publicInterest: old.publicInterest,
          decidedBy: old.decidedBy,
          ...inBoxes(old.reviewOn, 'reviewOn'),
        }
      : {}),
  }
  const errors = refusal ? fieldErrors(refusal) : {}
  const ask = asking({
    values: form?.values ?? first,
    lists: form?.lists ?? { codes: old?.paragraphs.map(({ code }) => code) ?? [] },
    errors: { ...errors, ...(errors['passages'] === undefined ? {} : { sentence: errors['passages'] }) },
  })
  const chosen = isAmount(place)
    ? [
        html`<p class="govuk-body">
          It is <strong>${text}</strong>. It is withheld wherever the record says it, in figures or in
          words${place === 'ceiling' && ', and with it how much of it is used and what each act under it was worth'}.
        </p>`,
      ]
    : place === 'paper'
      ? [
          ask.fileUpload({
            name: 'file',
            label: 'A version for the public (optional)',
            hint: `Without one the whole paper is withheld. Take the words out of it, do not only cover them. ${keptKinds}.`,
          }),
        ]
      : [
          ask.checkboxes({
            name: 'sentence',
            legend: { text: 'Which sentences?', classes: 'govuk-fieldset__legend--m' },
            hint: 'Tick those that are withheld, or paste a shorter passage below.',
            items: sentencesOf(text).map((one) => ({ value: one, text: one })),
          }),
          ask.textarea({
            name: 'pasted',
            label: 'Or paste a passage',
            hint: 'Exactly as it stands in the text; a name or a sum is enough. It is withheld wherever the record says it.',
            rows: 3,
          }),
        ]
  const fields = [
    ...chosen,
    ask.radios({
      name: 'kind',
      legend: { text: 'On what ground?', classes: 'govuk-fieldset__legend--m' },
      items: [
        {
          value: 'exempt',
          text: 'Exempt',
          hint: 'It may be withheld, for as long as the public interest in that is the greater.',
        },
        {
          value: 'confidential',
          text: 'Confidential',
          hint: 'The public must not have it: a statute or a court forbids it, or a government department gave it on those terms. Nobody but the monitoring officer can lift this.',
        },
      ],
    }),
    ask.checkboxes({
      name: 'codes',
      legend: 'Under which paragraph of Schedule 12A, or code of the council?',
      items: known.value.grounds.map((one) => ({
        value: one.code,
        text: `${groundWords(one).charAt(0).toUpperCase()}${groundWords(one).slice(1)}`,
      })),
    }),
    ask.textarea({
      name: 'publicInterest',
      label: 'Why the public interest is better served by withholding it',
      hint: 'This is published; do not say here what you withhold. Of confidential information, say what forbids its publication.',
      rows: 4,
    }),
    ask.input({ name: 'decidedBy', label: 'Who decided this', hint: 'Name and post, for example the proper officer' }),
    ask.dateInput({ name: 'decidedOn', legend: 'When it was decided' }),
    ask.dateInput({ name: 'reviewOn', legend: 'When it is to be looked at again', hint: 'Needed for what is exempt' }),
  ]
  const heading = isAmount(place) ? `Withhold ${words}?` : `What is withheld in ${words}?`
  return {
    status: refusal ? 422 : 200,
    view: {
      title: heading,
      back: restrictionsPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: `${ref} · ${title}`,
        heading,
        refusal: shownRefusal(refusal),
        fields,
        hasFiles: place === 'paper',
        hidden: visit.formFields(),
        buttonText: 'Withhold it',
        cancel: { text: 'Cancel', href: restrictionsPath({ ref }) },
      }),
    },
  }
}
