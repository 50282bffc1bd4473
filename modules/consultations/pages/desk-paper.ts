import { officer } from '#authority'
import { button, facts, scrollRegion, statusTag, stacking, table } from '#govuk'
import { html } from '#platform/html.ts'
import { openFile } from '#platform/files.ts'
import { plainDay } from '#platform/days.ts'
import { missing, type Answer } from '#platform/use-case.ts'
import type { Page } from '#platform/page.ts'
import { differences } from '../paper/compare.ts'
import { keyIn, settleForm } from '../paper/key-in.ts'
import { keepImage, setFormAside, takeInPaper } from '../paper/take-in.ts'
import { viewBatch, viewForm, viewPaper } from '../queries.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { dayIn } from './desk-about.ts'
import { deskForm } from './desk-form.ts'
import { batchPath, deskConsultationPath, formPath, paperFormPath, paperPath } from './paths.ts'
import { answersIn, answerWords, boxesOf, questionFields } from './question-fields.ts'
import { doneBanner } from './words.ts'

const whole = (n: number) => ({ text: n.toLocaleString('en-GB'), format: 'numeric' })
const share = (of: number, all: number) =>
  all === 0 ? 'none yet' : `${((100 * of) / all).toFixed(1)}% (${of} of ${all})`

/** Which boxes were opened, and how well are their forms keyed in? */
export const paperPage = deskForm<Answer<typeof viewPaper>>({
  path: paperPath,
  see: (visit) => visit.ask(viewPaper, { ref: visit.params['ref'] }),
  back: (_, { params }) => deskConsultationPath({ ref: params['ref'] ?? '' }),
  caption: ({ title }) => title,
  heading: () => 'Paper forms',
  lead: ({ batches, rates, questionnaire, secondKeyed }, { params: { ref = '' } }) =>
    html`${
        batches.length > 0
        && scrollRegion(
          'Boxes',
          table(
            stacking({
              caption: 'Boxes',
              captionClasses: 'govuk-visually-hidden',
              head: [
                { text: 'Box' },
                { text: 'Counted', format: 'numeric' },
                { text: 'Keyed in', format: 'numeric' },
                { text: 'Responses', format: 'numeric' },
                { text: 'Set aside', format: 'numeric' },
              ],
              rows: batches.map((one) => [
                {
                  text: html`<a class="govuk-link" href="${batchPath({ ref, batch: one.batch })}"
                      >${one.n}: ${one.box}</a
                    ><span class="remit-ref">Opened ${plainDay(one.openedOn)}</span>`,
                },
                whole(one.counted),
                whole(one.keyed),
                whole(one.settled),
                whole(one.void),
              ]),
            }),
          ),
        )
      }
      ${
        rates.forms > 0
        && html`<h2 class="govuk-heading-m">How well are they keyed in?</h2>
          <p class="govuk-body">${rates.forms} forms were keyed in by two people.</p>
          ${scrollRegion('Differences by question', table(stacking({ caption: 'Read differently, by question', head: [{ text: 'Question' }, { text: 'Read differently' }], rows: rates.questions.map((one) => [{ text: questionsOf(questionnaire).find(({ key }) => key === one.question)?.words ?? one.question }, { text: share(one.differed, one.compared) }]) })), 'narrow')}
          ${scrollRegion('Misread by person', table(stacking({ caption: 'Misread, by person', head: [{ text: 'Who keyed in' }, { text: 'Answers misread' }], rows: rates.keyers.map((one) => [{ text: one.name }, { text: share(one.wrong, one.keyed) }]) })), 'narrow')}`
      }
      <p class="govuk-body">
        <a class="govuk-link" href="${paperFormPath({ ref })}">The form, to be printed</a>. Of a hundred forms a second
        person keys in ${secondKeyed}.
      </p>
      <h2 class="govuk-heading-m">Take in a box</h2>`,
  typed: (_, { today }) => ({
    values: {
      'openedOn-day': String(today.day),
      'openedOn-month': String(today.month),
      'openedOn-year': String(today.year),
    },
  }),
  fields: (ask) => [
    ask.input({ name: 'box', label: 'Which box?', hint: 'Its place or number: Library, box 3' }),
    ask.dateInput({ name: 'openedOn', legend: { text: 'Opened on', classes: 'govuk-fieldset__legend--s' } }),
    ask.input({
      name: 'counted',
      label: 'How many forms were in it?',
      classes: 'govuk-input--width-4',
      inputmode: 'numeric',
    }),
    ask.input({ name: 'countedBy', label: 'Counted by' }),
    ask.input({ name: 'witnessedBy', label: 'and by', hint: 'Two people open a box and count' }),
  ],
  button: 'Take it in',
  send: async (visit, form) => {
    const errors: Record<string, string> = {}
    const openedOn = dayIn(form.values, 'openedOn', errors)
    if (openedOn === null) errors['openedOn'] ??= 'Enter the day on which it was opened.'
    const { box, counted, countedBy, witnessedBy } = form.values
    return Object.keys(errors).length
      ? { errors }
      : visit.perform(takeInPaper, { ref: visit.params['ref'], box, openedOn, counted, countedBy, witnessedBy }, form)
  },
  done: ({ ref, batch }: { ref: string; batch: string }) => `${batchPath({ ref, batch })}?done=taken-in`,
})

/** Which forms of this box are still to be keyed in? */
export const batchPage: Page = {
  path: batchPath.pattern,
  may: [officer],
  get: async (visit) => {
    const { ref = '', batch = '' } = visit.params
    const outcome = await visit.ask(viewBatch, { ref, batch })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { title, batch: b, forms } = outcome.value
    const open = forms.filter(({ receipt, voidBecause }) => receipt === null && voidBecause === null)
    // A second reading is somebody else's: whoever read a form once is led on to the next.
    const next = open.find(
      ({ keyings, second, keyedByYou }) => keyings === 0 || (keyings === 1 && second && !keyedByYou),
    )
    const theirs = open.filter(({ keyings, second, keyedByYou }) => keyings === 1 && second && keyedByYou).length
    return {
      view: {
        title: `Box ${b.n}: ${b.box}`,
        back: paperPath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">Box ${b.n}: ${b.box}</h1>
          <p class="govuk-body">
            ${b.counted} forms, counted by ${b.countedBy} and ${b.witnessedBy} on ${plainDay(b.openedOn)}.
            ${open.length === 0 ? 'All are dealt with.' : `${open.length} still to do.`}${!next && theirs > 0 && ` You have read every form; ${theirs} ${theirs === 1 ? 'waits' : 'wait'} for a second person.`}
          </p>
          ${next && button({ text: `Key in form ${b.n}/${next.n}`, href: formPath({ ref, batch, form: next.form }) })}
          ${scrollRegion(
            'Forms',
            table(
              stacking({
                caption: 'Forms',
                captionClasses: 'govuk-visually-hidden',
                head: [{ text: 'Form' }, { text: 'How far' }, { text: 'Picture' }],
                rows: forms.map((one) => [
                  {
                    text: html`<a class="govuk-link" href="${formPath({ ref, batch, form: one.form })}"
                      >${b.n}/${one.n}</a
                    >`,
                  },
                  {
                    text:
                      one.voidBecause !== null
                        ? html`${statusTag('Set aside', 'ended')} ${one.voidBecause}`
                        : one.receipt !== null
                          ? html`${statusTag('Response', 'good')} ${one.receipt}`
                          : one.keyings >= 2
                            ? statusTag('To be settled', 'bad')
                            : one.keyings === 1
                              ? statusTag('Waits for a second person', 'waiting')
                              : statusTag('To be keyed in', 'information'),
                  },
                  { text: one.image === null ? '' : html`<span class="remit-ref">${one.image.slice(0, 12)}…</span>` },
                ]),
              }),
            ),
            'narrow',
          )}`,
      },
    }
  },
}

type SeenForm = Answer<typeof viewForm>
const isOpen = ({ form: { receipt, voidBecause } }: SeenForm) => receipt === null && voidBecause === null
const toSettle = (seen: SeenForm) => isOpen(seen) && seen.keyings.length === 2
const questions = ({ questionnaire }: SeenForm) => questionsOf(questionnaire).filter(({ kind }) => kind !== 'upload')

/** What stands on this form? Tab goes from box to box, arrows along the answers, Enter keys it in and opens the next. */
export const formPage = deskForm<SeenForm>({
  path: formPath,
  hasFiles: true,
  see: (visit) => visit.ask(viewForm, { form: visit.params['form'] }),
  back: ({ form: { ref, batch } }) => batchPath({ ref, batch }),
  caption: ({ form: { ref }, title }) => `${ref} · ${title}`,
  heading: ({ form: { batchN, n } }) => `Form ${batchN}/${n}`,
  lead: (seen, { query }) => {
    const { form, keyings, keyedTimes, keyedByYou } = seen
    const [first, second] = keyings
    const differ = first && second ? differences(first.read, second.read) : []
    return html`${doneBanner({ query })}${form.voidBecause !== null && html`<p class="govuk-inset-text">Set aside: ${form.voidBecause}</p>`}${form.receipt !== null && html`<p class="govuk-inset-text">It is response ${form.receipt}.</p>`}
    ${isOpen(seen) && keyedTimes === 1 && html`<p class="govuk-inset-text">${keyedByYou ? 'You keyed it in. A second person does so as well, without seeing what you read.' : 'Somebody keyed it in already. Read it for yourself: what they read is not shown.'}</p>`}
    ${
      toSettle(seen)
      && first
      && second
      && html`<h2 class="govuk-heading-m">Read differently</h2>
        ${scrollRegion(
          'Read differently',
          table(
            stacking({
              caption: 'Read differently',
              captionClasses: 'govuk-visually-hidden',
              head: [{ text: 'Question' }, { text: first.keyerName }, { text: second.keyerName }],
              rows: differ.map((key) => {
                const question = questions(seen).find((one) => one.key === key)
                return [
                  { text: question?.words ?? 'Written beside it' },
                  { text: question ? answerWords(question, first.read.answers[key]) : (first.read.said ?? '') },
                  { text: question ? answerWords(question, second.read.answers[key]) : (second.read.said ?? '') },
                ]
              }),
            }),
          ),
        )}`
    }
    ${form.image !== null && facts({ rows: [{ key: 'Picture, by its hash', value: html`<code class="remit-digest">${form.image}</code>` }] })}`
  },
  typed: (seen) => {
    const [first] = seen.keyings
    const { values, lists } = boxesOf(questions(seen), first?.read.answers ?? {})
    return { values: { ...values, said: first?.read.said ?? '' }, lists }
  },
  fields: (ask, seen, boxes) =>
    !isOpen(seen)
      ? html``
      : [
          ...questions(seen).map((question, at) =>
            questionFields(ask, question, boxes, { number: at + 1, optionalWord: false }),
          ),
          ask.textarea({ name: 'said', label: 'Written beside the questions (optional)', rows: 2 }),
          ...(toSettle(seen)
            ? [ask.input({ name: 'because', label: 'Why is it this?', hint: 'For example: the tick was crossed out' })]
            : []),
          ...(seen.form.image === null
            ? [
                ask.fileUpload({
                  name: 'image',
                  label: 'A picture of the form (optional)',
                  hint: 'PNG, JPEG or PDF; it is kept with its hash',
                }),
              ]
            : []),
          ask.input({
            name: 'aside',
            label: 'Or set it aside, because (optional)',
            hint: 'Nothing is written on it; it belongs elsewhere',
          }),
        ],
  button: (seen) => (!isOpen(seen) ? null : toSettle(seen) ? 'Settle what it says' : 'Key it in'),
  send: async (visit, form, seen) => {
    const { form: id } = seen.form
    const image = form.files.find(({ field }) => field === 'image')
    if (image) {
      const kept = await visit.perform(keepImage, { form: id, file: { name: image.name, bytes: image.bytes } })
      if (!kept.ok)
        return kept.refusal.kind === 'invalid'
          ? { errors: { image: Object.values(kept.refusal.fields)[0] ?? kept.refusal.what } }
          : kept
    }
    const aside = form.values['aside']?.trim()
    if (aside) return visit.perform(setFormAside, { form: id, because: aside }, form)
    const { answers, errors } = answersIn(questions(seen), form)
    if (Object.keys(errors).length) return { errors }
    const said = form.values['said']?.trim() || null
    return toSettle(seen)
      ? visit.perform(settleForm, { form: id, answers, said, because: form.values['because'] }, form)
      : visit.perform(keyIn, { form: id, answers, said }, form)
  },
  done: (value: { differs?: string[] }, { form: { ref, batch } }) =>
    `${batchPath({ ref, batch })}?done=${value.differs?.length ? 'differs' : 'keyed'}`,
})

/** The picture of a form. */
export const formImagePage: Page = {
  path: '/desk/consultations/:ref/paper/:batch/:form/picture',
  may: [officer],
  get: async (visit) => {
    const outcome = await visit.ask(viewForm, { form: visit.params['form'] })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { image, batchN, n } = outcome.value.form
    const file =
      image === null
        ? null
        : await visit.house.database.within({ council: visit.council.council, role: 'remit_app' }, (tx) =>
            openFile(tx, visit.council.council, Buffer.from(image, 'hex')),
          )
    return file
      ? { file: file.bytes, type: file.mediaType, download: `form ${batchN}-${n}` }
      : { refusal: missing('There is no picture of this form.').refusal }
  },
}
