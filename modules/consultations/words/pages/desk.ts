import { officer } from '#authority'
import { asking, button, facts, questionPage, refusalPanel, statusTag } from '#govuk'
import { html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal } from '#platform/use-case.ts'
import { deskConsultationPath } from '../../pages/paths.ts'
import { prose } from '../../pages/words.ts'
import { askPermission } from '../permission.ts'
import { readWordsPath, wordsDeskPath, wordsPath } from '../paths.ts'
import { viewWords, viewWordsDesk } from '../queries.ts'
import { agreeWords, publishWords, readWords } from '../redact.ts'
import { reasons, stands, type Stands } from '../store.ts'

/** Whose words are to be read, and what is published? */
export const wordsDeskPage: Page = {
  path: wordsDeskPath.pattern,
  may: [officer],
  get: (visit) => desk(visit, null),
  async post(visit, form) {
    const { ref = '' } = visit.params
    const outcome =
      form.values['what'] === 'ask'
        ? await visit.perform(askPermission, { ref, version: form.values['version'] }, form)
        : await visit.perform(publishWords, { ref }, form)
    return outcome.ok ? { redirect: wordsDeskPath({ ref }) } : desk(visit, outcome.refusal)
  },
}

async function desk(visit: Visit, refusal: Refusal | null): Promise<Reply> {
  const outcome = await visit.ask(viewWordsDesk, { ref: visit.params['ref'] })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { consultation: c, asks, counts, toRead, toAgree, published } = outcome.value
  const { ref } = c
  const numbered = (of: Stands) => counts.find((one) => one.stands === of)?.n ?? 0
  const list = (of: { receipt: string }[], none: string) =>
    of.length === 0
      ? html`<p class="govuk-body">${none}</p>`
      : html`<ul class="govuk-list">
          ${of.map(({ receipt }) => html`<li><a class="govuk-link" href="${readWordsPath({ receipt })}">${receipt}</a></li>`)}
        </ul>`
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Publish what people wrote',
      back: deskConsultationPath({ ref }),
      hasErrors: refusal !== null,
      body: html`${refusal && refusalPanel(refusal)}<span class="govuk-caption-l">${ref} · ${c.title}</span>
        <h1 class="govuk-heading-l">Publish what people wrote</h1>
        <p class="govuk-body">
          Only of those who said that we may; silence is no. Somebody reads each response and marks what is withheld,
          and somebody else agrees. What was received stays as it is.
        </p>
        ${
          !asks
            ? c.state === 'draft'
              ? html`<p class="govuk-body">The questionnaire does not ask whether people’s words may be published.</p>
                  <form method="post" novalidate>
                    ${visit.formFields()}<input
                      type="hidden"
                      name="version"
                      value="${String(c.version)}"
                    />${button({ text: 'Ask for it, as the last question', name: 'what', value: 'ask' })}
                  </form>`
              : html`<p class="govuk-body">
                  The questionnaire did not ask whether people’s words may be published, so nothing is.
                </p>`
            : html`${facts({ rows: [...Object.entries(stands).map(([key, text]) => ({ key: text, value: numbered(key as Stands) })), { key: 'Published', value: published }] })}
                <h2 class="govuk-heading-m">To be read</h2>
                ${list(toRead, 'Nothing waits.')}
                <h2 class="govuk-heading-m">To be read by a second person</h2>
                ${list(toAgree, 'Nothing waits for you: what you read first, somebody else agrees to.')}
                ${
                  c.state === 'reported'
                    ? html`<form method="post" novalidate>
                          ${visit.formFields()}${button({ text: 'Publish what two people have read', preventDoubleClick: true })}
                        </form>
                        ${published > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${wordsPath({ ref })}">As everybody sees it</a></p>`}`
                    : html`<p class="govuk-body">It is published beside the report, once that is out.</p>`
                }`
        }`,
    },
  }
}

const rowsOf = (form: Form) =>
  Object.keys(form.values)
    .flatMap((name) => /^words-(\d+)$/u.exec(name)?.[1] ?? [])
    .flatMap((at) => {
      const words = form.values[`words-${at}`]?.trim() ?? ''
      return words === '' ? [] : [{ at, words, reason: form.values[`reason-${at}`] || 'personal-data' }]
    })

/** What of this response is withheld, and is it enough? */
export const readWordsPage: Page = {
  path: readWordsPath.pattern,
  may: [officer],
  get: (visit) => shown(visit, null, null),
  async post(visit, form) {
    const { receipt = '' } = visit.params
    if (form.values['what'] === 'agree') {
      const outcome = await visit.perform(agreeWords, { receipt, n: form.values['n'] }, form)
      return outcome.ok
        ? { redirect: wordsDeskPath({ ref: form.values['ref'] ?? '' }) }
        : shown(visit, form, outcome.refusal)
    }
    const typed = rowsOf(form)
    const ticked = (form.lists['suggested'] ?? []).map((words) => ({ words, reason: 'personal-data' }))
    const outcome = await visit.perform(
      readWords,
      {
        receipt,
        publish: form.values['publish'],
        because: form.values['because'],
        passages: [...typed.map(({ words, reason }) => ({ words, reason })), ...ticked],
      },
      form,
    )
    return outcome.ok ? { redirect: readWordsPath({ receipt }) } : shown(visit, form, outcome.refusal)
  },
}

const spare = 4

async function shown(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const outcome = await visit.ask(viewWords, { receipt: visit.params['receipt'] })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { ref, title, receipt, answers, last, mine, steps, permitted, withdrawn } = outcome.value
  const marked = last?.passages ?? []
  const suggested = answers
    .flatMap(({ suggestions }) => suggestions)
    .filter(({ words }) => !marked.some((one) => one.words === words))
  // An error names a passage by its place in what was sent; here it belongs to the box in which it was typed.
  const typed = form ? rowsOf(form) : []
  const errors = Object.fromEntries(
    Object.entries(refusal?.fields ?? {}).map(([name, says]) => {
      const at = /^passages\.(\d+)\.words$/u.exec(name)?.[1]
      return [at === undefined ? name : `words-${typed[Number(at)]?.at ?? 0}`, says]
    }),
  )
  const boxes = Math.max(marked.length, typed.length) + spare
  const ask = asking({
    values: form?.values ?? {
      publish: last?.publish === false ? 'no' : 'yes',
      because: last?.because ?? '',
      ...Object.fromEntries(
        marked.flatMap((one, at) => [
          [`words-${at}`, one.words],
          [`reason-${at}`, one.reason],
        ]),
      ),
    },
    lists: form?.lists ?? {},
    errors,
  })
  const waits = last !== null && steps.at(-1)?.what === 'read'
  return {
    status: refusal ? 422 : 200,
    view: {
      title: `What ${receipt} says`,
      back: wordsDeskPath({ ref }),
      hasErrors: refusal !== null,
      body: html`${
        waits
        && html`<h2 class="govuk-heading-m">
            As ${last.by} would publish it ${statusTag('Waits for a second person', 'waiting')}
          </h2>
          ${
            last.publish === false
              ? html`<p class="govuk-body">Nothing of it: ${last.because}</p>`
              : answers.map(
                  (one) =>
                    html`<h3 class="govuk-heading-s">${one.asked}</h3>
                      ${prose(one.shown ?? '')}`,
                )
          }${!mine && html`<form method="post" novalidate>${visit.formFields()}<input type="hidden" name="n" value="${String(last.n)}" /><input type="hidden" name="ref" value="${ref}" />${button({ text: 'I have read it, and agree', name: 'what', value: 'agree' })}</form>`}`
      }
      ${
        !permitted || withdrawn
          ? html`<h1 class="govuk-heading-l">What ${receipt} says</h1>
              <p class="govuk-body">
                ${withdrawn ? 'The permission was withdrawn.' : 'Nothing of it may be published.'}
              </p>`
          : questionPage({
              ask,
              refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
              caption: `${ref} · ${title}`,
              heading: `What ${receipt} says`,
              lead: html`${answers.map(
                (one) =>
                  html`<h2 class="govuk-heading-s">${one.asked}</h2>
                    <div class="govuk-inset-text">${prose(one.words)}</div>`,
              )}`,
              fields: [
                ask.radios({
                  name: 'publish',
                  legend: 'Is it published?',
                  items: [
                    { value: 'yes', text: 'Yes, without the passages below' },
                    { value: 'no', text: 'No, nothing of it' },
                  ],
                }),
                ask.input({ name: 'because', label: 'Why is nothing of it published?', hint: 'Leave empty if it is' }),
                ...(suggested.length
                  ? [
                      ask.checkboxes({
                        name: 'suggested',
                        legend: 'Suggestions: these look like personal data',
                        hint: 'Found by pattern, not by reading. They may be wrong and they are not all: only what you tick is withheld',
                        items: suggested.map(({ words, looksLike }) => ({
                          value: words,
                          text: words,
                          hint: `Looks like ${looksLike}`,
                        })),
                      }),
                    ]
                  : []),
                ...Array.from({ length: boxes }, (_, at) => [
                  ask.input({
                    name: `words-${at}`,
                    label: `Passage ${at + 1} to withhold`,
                    ...(at === 0 && { hint: 'As it is written. It is withheld wherever it stands in this response' }),
                  }),
                  ask.select({
                    name: `reason-${at}`,
                    label: `Why passage ${at + 1}?`,
                    items: Object.entries(reasons).map(([value, text]) => ({ value, text })),
                  }),
                ]).flat(),
              ],
              hidden: visit.formFields(),
              buttonText: 'This is what is withheld',
            })
      }`,
    },
  }
}
