import { staff } from '#authority'
import { insetText, scrollRegion, stacking, statusTag, table } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { path, type Page } from '#platform/page.ts'
import { deskConsultationPath, wordingsPath } from '../pages/paths.ts'
import type { Answer } from '#platform/use-case.ts'
import { viewPlainWords } from './queries.ts'
import { formula, leastWords } from './score.ts'

export const plainWordsPath = path('/desk/consultations/:ref/plain-words')

type Seen = Answer<typeof viewPlainWords>
const number = (n: number) => ({ text: n.toLocaleString('en-GB'), format: 'numeric' })

/** Can people read it? */
export const plainWordsPage: Page = {
  path: plainWordsPath.pattern,
  may: staff,
  get: async (visit) => {
    const { ref = '' } = visit.params
    const outcome = await visit.ask(viewPlainWords, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const seen = outcome.value
    return {
      view: {
        title: 'Can people read it?',
        back: deskConsultationPath({ ref }),
        body: html`<span class="govuk-caption-l">${ref} · ${seen.title}</span>
          <h1 class="govuk-heading-l">Can people read it?</h1>
          ${verdict(seen)}${
            seen.parts.length > 0
            && scrollRegion(
              'Part by part',
              table(
                stacking({
                  caption: 'Part by part',
                  firstCellIsHeader: true,
                  head: [
                    { text: 'Part' },
                    { text: 'Reading age', format: 'numeric' },
                    { text: 'Words', format: 'numeric' },
                    { text: 'Words a sentence', format: 'numeric' },
                    { text: 'Long words', format: 'numeric' },
                  ],
                  rows: seen.parts.map((one) => [
                    { text: one.part },
                    one.age === null ? { text: 'Too short', format: 'numeric' } : number(one.age),
                    number(one.words),
                    number(one.sentences === 0 ? 0 : Math.round(one.words / one.sentences)),
                    number(one.longWords),
                  ]),
                }),
              ),
            )
          }
          <h2 class="govuk-heading-m">The hardest sentences</h2>
          ${hardest(seen)}
          <h2 class="govuk-heading-m">What this cannot see</h2>
          <p class="govuk-body">
            The formula counts sentences, words and syllables, which it guesses from the letters. It does not know
            whether a word is known to those who read it, whether the order makes sense, or whether what matters is
            said. Short words can be hard and long ones easy. It helps to find what to look at; somebody who has not
            written it should read it, best of all one of those whom it touches. Nothing is stopped by it.
          </p>
          ${seen.notRead.length > 0 && html`<p class="govuk-body">Not read here, because they are files: ${seen.notRead.join('; ')}.</p>`}
          <p class="govuk-body-s remit-quiet">${formula} Long words have three syllables or more. ${seen.source}.</p>`,
      },
    }
  },
}

function verdict({ whole, writeFor, easyRead, ref }: Seen): Html {
  const read =
    whole.age === null
      ? html`<p class="govuk-body">It has fewer than ${leastWords} words so far: too few to tell.</p>`
      : html`<p class="govuk-body">
          <strong>Somebody of about ${whole.age} can read it.</strong>
          ${whole.age > writeFor ? statusTag(`Older than ${writeFor}`, 'waiting') : statusTag(`${writeFor} or younger`, 'good')}
          ${whole.age > writeFor && `Public words are written for a reading age of ${writeFor}, because everybody is quicker with them.`}
        </p>`
  return html`${read}${
    easyRead
      ? html`<p class="govuk-body">An Easy Read version is published.</p>`
      : insetText({
          text: html`There is no Easy Read version yet. People with a learning disability need one to answer by
            themselves, and a score cannot stand in for it.
            <a class="govuk-link" href="${wordingsPath({ ref })}">Ask for one, and add it</a>.`,
        })
  }`
}

const hardest = ({ hardest: all, longest }: Seen): Html =>
  all.length === 0
    ? html`<p class="govuk-body">None has more than ${longest} words or is full of long ones.</p>`
    : html`<ol class="govuk-list govuk-list--number">
        ${all.map(
          (one) =>
            html`<li class="govuk-!-margin-bottom-4">
              <strong>${one.place}</strong>: ${one.words}
              words${one.words > longest && `, more than ${longest}`}${one.longWords.length > 0 && `; long: ${one.longWords.slice(0, 8).join(', ')}`}
              <blockquote class="govuk-inset-text govuk-!-margin-top-1 govuk-!-margin-bottom-0">
                ${one.sentence}
              </blockquote>
            </li>`,
        )}
      </ol>`
