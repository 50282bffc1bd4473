import { button, pager, select } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { csvRecord } from '#platform/csv.ts'
import { html } from '#platform/html.ts'
import { toJson } from '#platform/json.ts'
import type { Page, Visit } from '#platform/page.ts'
import { anyone } from '#platform/use-case.ts'
import { asking, questionPage } from '#govuk'
import { prose } from '../../pages/words.ts'
import { reportPath } from '../../publication/paths.ts'
import { wordsCsvPath, wordsJsonPath, withdrawWordsPath, wordsPath } from '../paths.ts'
import { listWords } from '../queries.ts'
import { withdrawWords } from '../redact.ts'

/** What did people write? */
export const wordsPage: Page = {
  path: wordsPath.pattern,
  may: [anyone],
  async get(visit) {
    const { question, q, after } = visit.query
    const outcome = await visit.ask(listWords, { ref: visit.params['ref'], question, q, after })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { ref, title, questions, words, next } = outcome.value
    const here = wordsPath({ ref })
    const asked = new Map(questions.map((one) => [one.question, one.asked]))
    return {
      view: {
        title: `What people wrote: ${title}`,
        back: reportPath({ ref }),
        body: html`<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">What people wrote</h1>
          <p class="govuk-body">
            Of those who said that we may publish it, as two people have read it. What is withheld says so in its place,
            and why. Nothing shows who wrote what, when, or what else they answered. Questions that few people were
            asked are left out.
          </p>
          ${
            questions.length === 0
              ? html`<p class="govuk-body">Nothing is published.</p>`
              : html`<form method="get" action="${here}" role="search">
                    ${select({
                      name: 'question',
                      label: 'Answers to',
                      value: question,
                      items: [
                        { value: '', text: 'Every question' },
                        ...questions.map((one) => ({ value: one.question, text: `${one.asked} (${one.n})` })),
                      ],
                    })}
                    <div class="govuk-form-group">
                      <label class="govuk-label" for="q">With the words (optional)</label
                      ><input
                        class="govuk-input govuk-input--width-20"
                        id="q"
                        name="q"
                        type="search"
                        value="${q ?? ''}"
                      />
                    </div>
                    ${button({ text: 'Search', classes: 'govuk-button--secondary' })}
                  </form>
                  ${
                    words.length === 0
                      ? html`<p class="govuk-body">Nobody wrote that.</p>`
                      : html`<ol class="remit-entries">
                          ${words.map(
                            (one) =>
                              html`<li class="remit-entry">
                                <p class="govuk-body-s remit-quiet">${asked.get(one.question) ?? ''}</p>
                                ${prose(one.body)}
                              </li>`,
                          )}
                        </ol>`
                  }
                  ${pager({ label: 'What people wrote', next: next === null ? undefined : withQuery(here, { question, q, after: next }) })}
                  <p class="govuk-body">
                    Open data: <a class="govuk-link" href="${wordsCsvPath({ ref })}">CSV</a>,
                    <a class="govuk-link" href="${wordsJsonPath({ ref })}">JSON</a>
                  </p>`
          }
          <p class="govuk-body">
            Did you answer, and changed your mind?
            <a class="govuk-link" href="${withdrawWordsPath({ ref })}">Have your words taken out</a>.
          </p>`,
      },
    }
  },
}

/** Every published answer, page after page, so that a large consultation is never held in memory. */
async function* everything(visit: Visit) {
  for (let after: string | undefined; ;) {
    const outcome = await visit.ask(listWords, { ref: visit.params['ref'], after, size: 1000 })
    if (!outcome.ok) return
    const asked = new Map(outcome.value.questions.map((one) => [one.question, one.asked]))
    for (const one of outcome.value.words)
      yield { question: one.question, asked: asked.get(one.question) ?? '', words: one.body }
    if (outcome.value.next === null) return
    after = outcome.value.next
  }
}

const whole = (
  path: { pattern: string },
  type: string,
  name: string,
  file: (visit: Visit) => AsyncIterable<string>,
): Page => ({
  path: path.pattern,
  may: [anyone],
  async get(visit) {
    const outcome = await visit.ask(listWords, { ref: visit.params['ref'], size: 1 })
    if (!outcome.ok) return { refusal: outcome.refusal }
    return { file: file(visit), type, download: `${outcome.value.ref}-words.${name}` }
  },
})

export const wordsCsvPage = whole(wordsCsvPath, 'text/csv; charset=utf-8', 'csv', async function* (visit) {
  yield `\uFEFF${csvRecord(['consultation', 'question', 'asked', 'words'])}`
  for await (const one of everything(visit))
    yield csvRecord([visit.params['ref'] ?? '', one.question, one.asked, one.words])
})

export const wordsJsonPage = whole(wordsJsonPath, 'application/json; charset=utf-8', 'json', async function* (visit) {
  yield `{"consultation":${toJson(visit.params['ref'])},"words":[`
  let first = true
  for await (const one of everything(visit)) {
    yield `${first ? '' : ','}\n${toJson(one)}`
    first = false
  }
  yield ']}'
})

/** Do you want your words taken out? */
export const withdrawWordsPage: Page = {
  path: withdrawWordsPath.pattern,
  may: [anyone],
  // As signing in: a reference is worth guessing at.
  counts: { post: 'signIn' },
  get: (visit) => Promise.resolve(asked(visit, undefined, {})),
  async post(visit, form) {
    const { ref = '' } = visit.params
    const outcome = await visit.perform(withdrawWords, { ref, receipt: form.values['receipt'] }, form)
    if (!outcome.ok)
      return outcome.refusal.kind === 'invalid'
        ? asked(visit, form.values['receipt'], outcome.refusal.fields)
        : { refusal: outcome.refusal }
    return {
      view: {
        title: 'Your words are taken out',
        back: wordsPath({ ref }),
        body: html`<h1 class="govuk-heading-l">Your words are taken out</h1>
          <p class="govuk-body">
            Nothing that you wrote is published here any more. Your response still counts. Copies that others have made
            are out of our hands.
          </p>`,
      },
    }
  },
}

function asked(visit: Visit, receipt: string | undefined, errors: Record<string, string>) {
  const { ref = '' } = visit.params
  const ask = asking({ values: { receipt }, errors })
  return {
    status: ask.hasErrors ? 422 : 200,
    view: {
      title: 'Have your words taken out',
      back: wordsPath({ ref }),
      hasErrors: ask.hasErrors,
      body: questionPage({
        ask,
        heading: 'Have your words taken out',
        lead: 'With the reference on your receipt. Your response still counts; only what you wrote is no longer published.',
        fields: [
          ask.input({
            name: 'receipt',
            label: 'The reference on your receipt',
            hint: 'For example R-7KQ4M-2XD9F',
            classes: 'govuk-input--width-20',
            autocomplete: 'off',
            spellcheck: false,
          }),
        ],
        hidden: visit.formFields(),
        buttonText: 'Take my words out',
      }),
    },
  }
}
