import { officer, staff } from '#authority'
import { asking, button, scrollRegion, stacking, table, tag } from '#govuk'
import { html } from '#platform/html.ts'
import { shortDay } from '#platform/days.ts'
import { missing, type Outcome } from '#platform/use-case.ts'
import type { Page, Visit } from '#platform/page.ts'
import { addDocument } from '../add-document.ts'
import { packKindNames, packKinds } from '../consultation.ts'
import { csvRecord } from '#platform/csv.ts'
import { missingIn, type Wording, type WordingContent } from '../questions/wording.ts'
import { plainWordsPath } from '../plain/page.ts'
import { makeCodes } from '../responses/make-codes.ts'
import { publishWordingOf, putWording } from '../wordings.ts'
import { backToDesk, captionOf, onDesk } from './desk-about.ts'
import type { OnDesk } from './desk.ts'
import { deskForm } from './desk-form.ts'
import {
  codesPath,
  deskConsultationPath,
  packDocumentPath,
  packPath,
  previewPath,
  wordingPath,
  wordingsPath,
} from './paths.ts'
import { dayOf, doneBanner } from './words.ts'

/** What do people need to know in order to answer? */
export const packPage = deskForm<OnDesk>({
  path: packPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  hasFiles: true,
  heading: () => 'The supporting pack',
  lead: ({ pack, consultation: { ref, state } }) =>
    html`<p class="govuk-body">
        The same for everybody, however they answer. A document under a kind and title that is there already becomes its
        next version; what was shown before stays to be read.
        <a class="govuk-link" href="${plainWordsPath({ ref })}">Can people read it?</a>
      </p>
      ${
        pack.length > 0
        && scrollRegion(
          'Documents',
          table(
            stacking({
              caption: 'Documents',
              captionClasses: 'govuk-visually-hidden',
              head: [{ text: 'Document' }, { text: 'Added' }],
              rows: pack.map((one) => [
                {
                  text: html`${state === 'draft' ? one.title : html`<a class="govuk-link" href="${packDocumentPath({ ref, document: one.document })}">${one.title}</a>`}${one.version > 1 && `, version ${one.version}`}${one.isKey && html` ${tag({ text: 'Needed' })}`}${one.title !== packKinds[one.kind].title && html`<span class="remit-ref">${packKinds[one.kind].title}</span>`}`,
                },
                {
                  text: `${shortDay(dayOf(one.addedAt))}, ${one.addedBy}${one.because === null ? '' : `: ${one.because}`}`,
                },
              ]),
            }),
          ),
        )
      }
      <h2 class="govuk-heading-m">Add a document</h2>`,
  fields: (ask, { consultation: { state } }) => [
    ask.select({
      name: 'kind',
      label: 'What is it?',
      items: [
        { value: '', text: 'Choose' },
        ...packKindNames.map((value) => ({ value, text: packKinds[value].title })),
      ],
    }),
    ask.input({ name: 'title', label: 'Title (optional)', hint: 'Where there is none, what it is' }),
    ask.textarea({ name: 'words', label: 'The text', rows: 8 }),
    ask.fileUpload({
      name: 'file',
      label: 'Or a file',
      hint: 'A PDF, a Word document, a picture, a sound or video file, or plain text, up to 10 MB',
    }),
    ...(state === 'draft'
      ? []
      : [
          ask.textarea({
            name: 'because',
            label: 'Why is it added now?',
            hint: 'People are answering already. This is published.',
            rows: 2,
          }),
        ]),
  ],
  button: 'Add it',
  send: (visit, form, { consultation: { ref } }) => {
    const kind = packKindNames.find((one) => one === form.values['kind'])
    const file = form.files.find(({ field }) => field === 'file')
    return visit.perform(
      addDocument,
      {
        ref,
        kind,
        title: form.values['title']?.trim() || (kind ? packKinds[kind].title : 'Document'),
        words: form.values['words']?.trim() || null,
        file: file ? { name: file.name, bytes: file.bytes } : null,
        because: form.values['because']?.trim() || null,
      },
      form,
    )
  },
  done: (_, __, { params }) => `${packPath({ ref: params['ref'] ?? '' })}?done=saved`,
})

/** In which other words are the questions asked? */
export const wordingsPage: Page = {
  path: wordingsPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await onDesk(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { consultation: c } = outcome.value
    const { ref } = c
    const edits = visit.actor.roles.includes(officer)
    const latest = [...new Map(c.wordings.map((one) => [one.wording, one])).values()]
    return {
      view: {
        title: 'Easy Read and other languages',
        back: deskConsultationPath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${captionOf(outcome.value)}</span>
          <h1 class="govuk-heading-l">Easy Read and other languages</h1>
          <p class="govuk-body">
            The same questions with the same answers in other words: whoever answers in Urdu is counted with whoever
            answers in English.
          </p>
          ${
            latest.length > 0
            && scrollRegion(
              'Wordings',
              table(
                stacking({
                  caption: 'Wordings',
                  captionClasses: 'govuk-visually-hidden',
                  head: [{ text: 'Wording' }, { text: 'How far' }, { text: 'Look' }],
                  rows: latest.map((one) => {
                    const lacks = missingIn(c.questionnaire, one.content).length
                    return [
                      {
                        text: edits
                          ? html`<a class="govuk-link" href="${wordingPath({ ref, wording: one.wording })}"
                              >${one.name}</a
                            >`
                          : one.name,
                      },
                      {
                        text:
                          one.publishedAt !== null
                            ? 'Published'
                            : lacks
                              ? `${lacks} still to be put`
                              : 'Says everything',
                      },
                      {
                        text: html`<a class="govuk-link" href="${previewPath({ ref, wording: one.wording })}"
                          >Preview</a
                        >`,
                      },
                    ]
                  }),
                }),
              ),
              'narrow',
            )
          }${edits && button({ text: 'Add one', href: wordingPath({ ref, wording: 'new' }), classes: 'govuk-button--secondary' })}`,
      },
    }
  },
}

type InWording = OnDesk & { wording: Wording | null }

const blank: WordingContent = { title: '', why: '', sections: {}, questions: {} }

/** The questions, beside them the same in other words. */
export const wordingPage = deskForm<InWording>({
  path: wordingPath,
  caption: captionOf,
  see: async (visit): Promise<Outcome<InWording>> => {
    const outcome = await onDesk(visit)
    if (!outcome.ok) return outcome
    const wording =
      outcome.value.consultation.wordings.filter((one) => one.wording === visit.params['wording']).at(-1) ?? null
    return wording || visit.params['wording'] === 'new'
      ? { ok: true, value: { ...outcome.value, wording } }
      : missing('There is no such wording.')
  },
  back: ({ consultation: { ref } }) => wordingsPath({ ref }),
  heading: ({ wording }) => (wording ? `The questions in ${wording.name}` : 'The questions in other words'),
  typed: ({ wording, consultation: { questionnaire: q } }) => {
    const { content } = wording ?? { content: blank }
    const values: Record<string, string> = {
      name: wording?.name ?? '',
      language: wording?.language ?? '',
      direction: wording?.direction ?? 'ltr',
      ...(wording?.easyRead ? { easyRead: 'yes' } : {}),
      title: content.title,
      why: content.why,
    }
    for (const { key } of q.sections)
      Object.assign(values, {
        [`s.${key}`]: content.sections[key]?.title ?? '',
        [`s.${key}.lead`]: content.sections[key]?.lead ?? '',
      })
    for (const { key, options, rows } of [...q.sections.flatMap(({ questions }) => questions), ...q.equality]) {
      const said = content.questions[key]
      Object.assign(values, {
        [`q.${key}`]: said?.words ?? '',
        [`q.${key}.help`]: said?.help ?? '',
        [`q.${key}.low`]: said?.low ?? '',
        [`q.${key}.high`]: said?.high ?? '',
      })
      for (const one of options) values[`q.${key}.o.${one.key}`] = said?.options[one.key] ?? ''
      for (const one of rows) values[`q.${key}.r.${one.key}`] = said?.rows[one.key] ?? ''
    }
    return { values }
  },
  fields: (ask, { consultation: c }) => {
    const box = (name: string, label: string, rows = 1) =>
      rows > 1 ? ask.textarea({ name, label, rows }) : ask.input({ name, label })
    const question = (one: OnDesk['consultation']['questionnaire']['equality'][number]) =>
      html`<h3 class="govuk-heading-s">${one.words}</h3>
        ${box(`q.${one.key}`, one.words, 2)}${one.help !== null && box(`q.${one.key}.help`, one.help, 2)}${one.options.map(
          ({ key, words }) => box(`q.${one.key}.o.${key}`, words),
        )}${one.rows.map(({ key, words }) => box(`q.${one.key}.r.${key}`, words))}${one.scale && html`${box(`q.${one.key}.low`, one.scale.low)}${box(`q.${one.key}.high`, one.scale.high)}`}`
    return [
      ask.input({
        name: 'name',
        label: 'Its name, in its own language',
        hint: 'Easy Read, Cymraeg, اردو',
        classes: 'govuk-input--width-20',
      }),
      ask.input({
        name: 'language',
        label: 'Language tag',
        hint: 'en for Easy Read, cy, ur, pl …',
        classes: 'govuk-input--width-5',
      }),
      ask.radios({
        name: 'direction',
        legend: { text: 'Written', classes: 'govuk-fieldset__legend--s' },
        items: [
          { value: 'ltr', text: 'From left to right' },
          { value: 'rtl', text: 'From right to left' },
        ],
        classes: 'govuk-radios--inline',
      }),
      ask.checkboxes({
        name: 'easyRead',
        legend: { text: 'Kind', classes: 'govuk-visually-hidden' },
        items: [{ value: 'yes', text: 'It is Easy Read' }],
      }),
      box('title', c.title),
      box('why', c.why ?? 'Why do we ask?', 6),
      ...c.questionnaire.sections.map(
        (section) =>
          html`<h2 class="govuk-heading-m">${section.title}</h2>
            ${box(`s.${section.key}`, section.title)}${section.lead !== null && box(`s.${section.key}.lead`, section.lead, 3)}${section.questions.map(question)}`,
      ),
      ...(c.questionnaire.equality.length
        ? [
            html`<h2 class="govuk-heading-m">About you</h2>
              ${c.questionnaire.equality.map(question)}`,
          ]
        : []),
    ]
  },
  button: 'Save',
  also: ({ consultation: { state } }) =>
    state === 'open' ? [{ text: 'Save and publish', name: 'do', value: 'publish' }] : [],
  send: async (visit, form, { wording, consultation: { ref, questionnaire: q } }) => {
    const v = form.values
    const errors = {
      ...(v['name']?.trim() ? {} : { name: 'Enter its name.' }),
      ...(v['language']?.trim() ? {} : { language: 'Enter the language.' }),
    }
    if (Object.keys(errors).length) return { errors }
    const short =
      wording?.wording
      ?? (v['easyRead'] === 'yes' ? 'easy-read' : (v['language'] ?? '').toLowerCase().replaceAll(/[^a-z0-9-]/gu, '-'))
    const of = (prefix: string, options: readonly { key: string }[]) =>
      Object.fromEntries(options.map(({ key }) => [key, v[`${prefix}.${key}`] ?? '']))
    const content = {
      title: v['title'] ?? '',
      why: v['why'] ?? '',
      sections: Object.fromEntries(
        q.sections.map(({ key }) => [key, { title: v[`s.${key}`] ?? '', lead: v[`s.${key}.lead`] ?? '' }]),
      ),
      questions: Object.fromEntries(
        [...q.sections.flatMap(({ questions }) => questions), ...q.equality].map(({ key, options, rows }) => [
          key,
          {
            words: v[`q.${key}`] ?? '',
            help: v[`q.${key}.help`] ?? '',
            low: v[`q.${key}.low`] ?? '',
            high: v[`q.${key}.high`] ?? '',
            options: of(`q.${key}.o`, options),
            rows: of(`q.${key}.r`, rows),
          },
        ]),
      ),
    }
    const kept = await visit.perform(
      putWording,
      {
        ref,
        wording: short,
        name: v['name'],
        language: v['language']?.trim(),
        direction: v['direction'] ?? 'ltr',
        easyRead: v['easyRead'] === 'yes',
        content,
      },
      form,
    )
    return kept.ok && v['do'] === 'publish' ? visit.perform(publishWordingOf, { ref, wording: short }) : kept
  },
  done: (_, { consultation: { ref } }) => `${wordingsPath({ ref })}?done=saved`,
})

/** How many letters go out? */
export const codesPage: Page = {
  path: codesPath.pattern,
  may: [officer],
  get: (visit) => askCodes(visit, {}),
  post: async (visit, form) => {
    const outcome = await visit.perform(makeCodes, { ref: visit.params['ref'], count: form.values['count'] })
    if (!outcome.ok)
      return askCodes(
        visit,
        outcome.refusal.fields['count']
          ? outcome.refusal.fields
          : { count: [outcome.refusal.what, ...outcome.refusal.because].join(' ') },
      )
    const { ref, batch, codes } = outcome.value
    const file = `\uFEFF${csvRecord(['number', 'code'])}${codes.map((code, at) => csvRecord([at + 1, code])).join('')}`
    return { file, type: 'text/csv; charset=utf-8', download: `${ref} codes ${batch}.csv` }
  },
}

async function askCodes(visit: Visit, errors: Record<string, string>) {
  const outcome = await onDesk(visit)
  if (!outcome.ok) return { refusal: outcome.refusal }
  const {
    consultation: { ref },
    codes,
  } = outcome.value
  const ask = asking({ errors })
  return {
    status: Object.keys(errors).length ? 422 : 200,
    view: {
      title: 'One-time codes for letters',
      back: deskConsultationPath({ ref }),
      hasErrors: Object.keys(errors).length > 0,
      body: html`<span class="govuk-caption-l">${captionOf(outcome.value)}</span>
        <h1 class="govuk-heading-l">One-time codes for letters</h1>
        <p class="govuk-body">
          A code on a letter shows when somebody answers twice. Nobody needs one. The list is given out this once and
          not kept: join it to your addresses outside Remit, and nobody here can tell whose code answered what.
        </p>
        ${codes.length > 0 && scrollRegion('Codes made', table(stacking({ caption: 'Codes made', head: [{ text: 'List' }, { text: 'Made' }, { text: 'Codes', format: 'numeric' }, { text: 'Used', format: 'numeric' }], rows: codes.map((one) => [{ text: String(one.batch) }, { text: shortDay(one.madeOn) }, { text: one.codes.toLocaleString('en-GB'), format: 'numeric' }, { text: one.used.toLocaleString('en-GB'), format: 'numeric' }]) })), 'narrow')}
        <form method="post">
          ${visit.formFields()}${ask.input({ name: 'count', label: 'How many codes?', classes: 'govuk-input--width-5', inputmode: 'numeric' })}${button({ text: 'Make the list', preventDoubleClick: true })}
        </form>`,
    },
  }
}
