import { officer } from '#authority'
import { pager, scrollRegion, summaryList, stacking, table } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { missing, type Answer } from '#platform/use-case.ts'
import { channels } from '../../consultation.ts'
import { alikeGroupPath } from '../../campaigns/paths.ts'
import { deskForm } from '../../pages/desk-form.ts'
import { prose } from '../../pages/words.ts'
import { analyseWordless } from '../analyse-wordless.ts'
import { codeResponse, settleCoding } from '../coding.ts'
import { putCode, setSecondCoding } from '../frame.ts'
import {
  analysisPath,
  answerThemePath,
  codeResponsePath,
  frameCodePath,
  nextToCodePath,
  releasePath,
  secondCodingPath,
  settlePath,
  themePath,
  toSettlePath,
  wordlessPath,
} from '../paths.ts'
import { findToCode, listToSettle, viewAnalysis, viewToCode } from '../queries.ts'
import { releaseTables } from '../release.ts'
import { answerKinds, type CodeThen, type Trace } from '../store.ts'
import { answerTheme, putTheme } from '../themes.ts'

type Seen = Answer<typeof viewAnalysis>
type ToCode = Answer<typeof viewToCode>
const see = (visit: Visit) => visit.ask(viewAnalysis, { ref: visit.params['ref'] })
const back = ({ ref }: { ref: string }) => analysisPath({ ref })
const saved =
  (said: string) =>
  (_: unknown, { ref }: { ref: string }) =>
    `${analysisPath({ ref })}?done=${said}`
const caption = ({ ref, title }: { ref: string; title: string }) => `${ref} · ${title}`
const changes = (visit: Visit, name: string) => visit.params[name] !== 'new'

/** What does this code mean? */
export const frameCodePage = deskForm<Seen>({
  path: frameCodePath,
  see,
  back,
  caption,
  heading: (_, visit) => (changes(visit, 'code') ? 'Change a code' : 'Add a code'),
  lead: (_, visit) =>
    changes(visit, 'code')
      ? 'Answers that are coded keep its words as they were. The change is kept with your name.'
      : 'A code is one thing that people say, so narrow that two readers would agree.',
  typed: ({ codes }, { params }) => {
    const one = codes.find(({ code }) => code === params['code'])
    return { values: one ? { title: one.title, means: one.means, retired: one.retired ? 'yes' : 'no' } : {} }
  },
  fields: (ask, _, __, visit) => [
    ask.input({ name: 'title', label: 'Title' }),
    ask.textarea({ name: 'means', label: 'What belongs to it, and what does not?', rows: 3 }),
    ...(changes(visit, 'code')
      ? [
          ask.radios({
            name: 'retired',
            legend: { text: 'May it still be used?', classes: 'govuk-fieldset__legend--s' },
            items: [
              { value: 'no', text: 'Yes' },
              { value: 'yes', text: 'No, it is retired' },
            ],
          }),
          ask.input({ name: 'because', label: 'Why does it change?' }),
        ]
      : []),
  ],
  button: 'Save',
  send: (visit, form, { ref }) =>
    visit.perform(
      putCode,
      {
        ref,
        ...(changes(visit, 'code') && { code: visit.params['code'], retired: form.values['retired'] }),
        title: form.values['title'],
        means: form.values['means'],
        because: form.values['because'],
      },
      form,
    ),
  done: saved('saved'),
})

/** How much does a second person code? */
export const secondCodingPage = deskForm<Seen>({
  path: secondCodingPath,
  see,
  back,
  caption,
  heading: () => 'How much does a second person code?',
  lead: () =>
    'Which responses they are follows from the responses themselves, so that nobody chooses. It holds for what is coded from now on.',
  typed: ({ share }) => ({ values: { share: String(share) } }),
  fields: (ask) => [
    ask.input({ name: 'share', label: 'Of a hundred', classes: 'govuk-input--width-3', inputmode: 'numeric' }),
    ask.input({ name: 'because', label: 'Why?' }),
  ],
  button: 'Save',
  send: (visit, form, { ref }) =>
    visit.perform(setSecondCoding, { ref, share: form.values['share'], because: form.values['because'] }, form),
  done: saved('saved'),
})

/** Leads to the response that is next. */
export const nextToCodePage: Page = {
  path: nextToCodePath.pattern,
  may: [officer],
  get: async (visit) => {
    const { ref = '', as = '' } = visit.params
    const outcome = await visit.ask(findToCode, { ref, as })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { receipt } = outcome.value
    return {
      redirect: receipt === null ? `${analysisPath({ ref })}?done=nothing-left` : codeResponsePath({ ref, receipt }),
    }
  },
}

/** What does this response say? */
export const codeResponsePage = deskForm<ToCode>({
  path: codeResponsePath,
  see: (visit) => visit.ask(viewToCode, { receipt: visit.params['receipt'] }),
  back,
  caption,
  heading: ({ turn }) => (turn === 2 ? 'Code this response as the second person' : 'Code this response'),
  lead: ({ ref, receipt, channel, codings, alike }) =>
    html`<p class="govuk-body">${receipt}, ${channels[channel].toLowerCase()}</p>
      ${
        alike
        && codings.length === 0
        && html`<p class="govuk-body">
          Others have written alike.
          <a class="govuk-link" href="${alikeGroupPath({ ref, n: String(alike.n) })}">Code them together</a>
        </p>`
      }${
        codings.length > 0
        && html`<h2 class="govuk-heading-s">Coded before</h2>
          ${summaryList({
            rows: codings.map((one) => ({
              key: one.coderName,
              value: `${wordsOf(one.codes)}${one.because === null ? '' : `: ${one.because}`}`,
            })),
          })}`
      }`,
  typed: ({ coded }) => ({
    values: {},
    lists: Object.fromEntries(coded.map(({ question, codes }) => [`codes-${question}`, codes])),
  }),
  fields: (ask, { passages, frame, coded }) => [
    ...passages.map(
      ({ question, asked, words }) =>
        html`<h2 class="govuk-heading-m">${asked}</h2>
          <blockquote class="govuk-inset-text">${prose(words)}</blockquote>
          ${ask.checkboxes({
            name: `codes-${question}`,
            classes: 'govuk-checkboxes--small',
            legend: { text: 'What does it speak of?', classes: 'govuk-fieldset__legend--s' },
            hint: 'None, if none fits',
            items: frame.map(({ code, title, means }) => ({ value: code, text: title, hint: means })),
          })}`,
    ),
    ...(coded.length > 0 ? [ask.input({ name: 'because', label: 'Why do you code it anew?' })] : []),
  ],
  button: 'Save and go on',
  send: (visit, form, { receipt, passages }) =>
    visit.perform(
      codeResponse,
      {
        receipt,
        codes: Object.fromEntries(passages.map(({ question }) => [question, form.lists[`codes-${question}`] ?? []])),
        because: form.values['because'],
      },
      form,
    ),
  done: (_, { ref, turn }) => nextToCodePath({ ref, as: turn === 2 ? 'second' : 'first' }),
})

const wordsOf = (codes: readonly CodeThen[]): string =>
  codes.length ? codes.map(({ title }) => title).join('; ') : 'No code'

/** On what do two coders differ? */
export const toSettlePage: Page = {
  path: toSettlePath.pattern,
  may: [officer],
  get: async (visit) => {
    const { ref = '' } = visit.params
    const { after } = visit.query
    const outcome = await visit.ask(listToSettle, { ref, after: after || undefined })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { title, lines, next } = outcome.value
    return {
      view: {
        title: 'Where two coders differ',
        back: analysisPath({ ref }),
        body: html`<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">Where two coders differ</h1>
          ${
            lines.length === 0
              ? html`<p class="govuk-body">Nowhere that is not settled.</p>`
              : scrollRegion(
                  'Differences',
                  table(
                    stacking({
                      caption: 'Differences',
                      captionClasses: 'govuk-visually-hidden',
                      head: [{ text: 'Response' }, { text: 'First' }, { text: 'Second' }],
                      rows: lines.map((one) => [
                        {
                          text: html`<a
                            class="govuk-link"
                            href="${settlePath({ ref, receipt: one.receipt, question: one.question })}"
                            >${one.receipt}</a
                          >`,
                        },
                        { text: html`${wordsOf(one.first)}<span class="remit-ref">${one.firstBy}</span>` },
                        { text: html`${wordsOf(one.second)}<span class="remit-ref">${one.secondBy}</span>` },
                      ]),
                    }),
                  ),
                )
          }${(after || next !== null) && pager({ label: `${lines.length} shown`, of: 'the differences', previous: after ? toSettlePath({ ref }) : undefined, next: next === null ? undefined : withQuery(toSettlePath({ ref }), { after: next }) })}`,
      },
    }
  },
}

/** Which codes hold, where two coders differ? */
export const settlePage = deskForm<ToCode>({
  path: settlePath,
  see: (visit) => visit.ask(viewToCode, { receipt: visit.params['receipt'] }),
  caption,
  back: ({ ref }) => toSettlePath({ ref }),
  heading: () => 'Settle what two people coded differently',
  lead: ({ passages, codings }, { params }) =>
    html`${passages
      .filter(({ question }) => question === params['question'])
      .map(
        ({ asked, words }) =>
          html`<h2 class="govuk-heading-m">${asked}</h2>
            <blockquote class="govuk-inset-text">${prose(words)}</blockquote>`,
      )}${summaryList({
      rows: codings
        .filter(({ question }) => question === params['question'])
        .map((one) => ({
          key: one.coderName,
          value: `${wordsOf(one.codes)}${one.because === null ? '' : `: ${one.because}`}`,
        })),
    })}`,
  fields: (ask, { frame }) => [
    ask.checkboxes({
      name: 'codes',
      classes: 'govuk-checkboxes--small',
      legend: { text: 'What holds?', classes: 'govuk-fieldset__legend--s' },
      items: frame.map(({ code, title, means }) => ({ value: code, text: title, hint: means })),
    }),
    ask.input({ name: 'because', label: 'Why?' }),
  ],
  button: 'Settle it',
  send: (visit, form, { receipt }) =>
    visit.perform(
      settleCoding,
      {
        receipt,
        question: visit.params['question'],
        codes: form.lists['codes'] ?? [],
        because: form.values['because'],
      },
      form,
    ),
  done: (_, { ref }) => toSettlePath({ ref }),
})

/** What do people raise? */
export const themePage = deskForm<Seen>({
  path: themePath,
  see,
  back,
  caption,
  heading: (_, visit) => (changes(visit, 'theme') ? 'Change a theme' : 'Add a theme'),
  typed: ({ themes }, { params }) => {
    const one = themes.find(({ theme }) => theme === params['theme'])
    return one
      ? { values: { title: one.title, says: one.says, retired: 'no' }, lists: { codes: one.codes } }
      : { values: {} }
  },
  fields: (ask, { codes }, _, visit) => [
    ask.input({ name: 'title', label: 'Title' }),
    ask.textarea({
      name: 'says',
      label: 'What do people say?',
      hint: 'In a few sentences that may be published. Name nobody.',
      rows: 4,
    }),
    ask.checkboxes({
      name: 'codes',
      classes: 'govuk-checkboxes--small',
      legend: { text: 'Which codes belong to it?', classes: 'govuk-fieldset__legend--s' },
      items: codes.map(({ code, title }) => ({ value: code, text: title })),
    }),
    ...(changes(visit, 'theme')
      ? [
          ask.radios({
            name: 'retired',
            legend: { text: 'Does it stay?', classes: 'govuk-fieldset__legend--s' },
            items: [
              { value: 'no', text: 'Yes' },
              { value: 'yes', text: 'No, it is taken out' },
            ],
          }),
          ask.input({ name: 'because', label: 'Why does it change?' }),
        ]
      : []),
  ],
  button: 'Save',
  send: (visit, form, { ref }) =>
    visit.perform(
      putTheme,
      {
        ref,
        ...(changes(visit, 'theme') && { theme: visit.params['theme'], retired: form.values['retired'] }),
        title: form.values['title'],
        says: form.values['says'],
        codes: form.lists['codes'] ?? [],
        because: form.values['because'],
      },
      form,
    ),
  done: saved('saved'),
})

/** What does the council answer? */
export const answerThemePage = deskForm<Seen & { theme: Seen['themes'][number] }>({
  path: answerThemePath,
  back,
  caption,
  see: async (visit) => {
    const outcome = await see(visit)
    if (!outcome.ok) return outcome
    const theme = outcome.value.themes.find((one) => one.theme === visit.params['theme'])
    return theme ? { ok: true, value: { ...outcome.value, theme } } : missing('There is no such theme.')
  },
  heading: ({ theme }) => `What do we answer to “${theme.title}”?`,
  lead: ({ theme }) => prose(theme.says),
  typed: ({ theme: { answer } }) => ({
    values: answer ? { answer: answer.answer, says: answer.says, traces: answer.traces.map(lineOf).join('\n') } : {},
  }),
  fields: (ask) => [
    ask.radios({
      name: 'answer',
      legend: { text: 'We answer', classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'we-will', text: answerKinds['we-will'] },
        { value: 'we-will-not', text: `${answerKinds['we-will-not']}, because` },
        { value: 'already-so', text: answerKinds['already-so'] },
      ],
    }),
    ask.textarea({ name: 'says', label: 'What, or why not?', hint: 'This is published.', rows: 4 }),
    ask.textarea({
      name: 'traces',
      label: 'Where is it written?',
      hint: 'One clause a line, the document, a stroke, its label: D-2026-0001 | b, or Specification, version 2 | 4.3',
      rows: 3,
      spellcheck: false,
    }),
  ],
  button: 'Save',
  send: async (visit, form, { ref, theme: { theme } }) => {
    const lines = (form.values['traces'] ?? '')
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean)
    const wrong = lines.find((one) => !/^[^|]+\|[^|]+$/u.test(one))
    if (wrong !== undefined)
      return {
        errors: { traces: `“${wrong}”: write the document first, then a stroke, then the label of the clause.` },
      }
    return visit.perform(
      answerTheme,
      { ref, theme, answer: form.values['answer'], says: form.values['says'], traces: lines.map(traceFrom) },
      form,
    )
  },
  done: saved('saved'),
})

const lineOf = ({ ref, label }: Trace): string => `${ref} | ${label}`

function traceFrom(line: string): Trace {
  const [ref = '', label = ''] = line.split('|').map((one) => one.trim())
  return {
    kind: /^D-\d{4}-\d+$/u.test(ref) ? 'decision' : 'specification',
    ref,
    label: label.replace(/^\((.*)\)$/u, '$1'),
  }
}

/** Are responses without words dealt with? */
export const wordlessPage = deskForm<Seen>({
  path: wordlessPath,
  see,
  back,
  caption,
  heading: () => 'Responses without words',
  lead: () =>
    'Whoever chose answers and wrote nothing is counted in the tables; there is nothing to code. They are noted as analysed, up to 20,000 at a time.',
  fields: () => html``,
  button: 'Note them as analysed',
  send: (visit, form, { ref }) => visit.perform(analyseWordless, { ref }, form),
  done: saved('handled'),
})

/** Shall the tables be shown? */
export const releasePage = deskForm<Seen>({
  path: releasePath,
  see,
  back,
  caption,
  heading: () => 'Release the tables',
  lead: () =>
    'What was chosen, and how many raised each theme, is counted over all that was analysed. Small counts are withheld, and all from which they could be worked out, also by comparison with earlier releases. A release is kept and cannot be taken back.',
  fields: () => html``,
  button: 'Release them',
  send: (visit, form, { ref }) => visit.perform(releaseTables, { ref }, form),
  done: saved('published'),
})
