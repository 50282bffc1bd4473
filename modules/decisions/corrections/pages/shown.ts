import { democraticServices } from '#authority'
import { facts } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { dayWords } from '../../pages/grants.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { prose } from '../../pages/prose.ts'
import type { PublicDecision } from '../../register.ts'
import { runsOf, type CorrectedPlace, type Run } from '../correction.ts'
import { correctPath } from '../paths.ts'

/** A text of the public document, its paragraphs kept, with old words struck where it was corrected and new ones behind them. */
export function correctedProse(
  { corrections }: PublicDecision,
  place: CorrectedPlace,
  clause: number | null,
  text: string,
): Html {
  const own = (corrections ?? []).filter((one) => one.place === place && one.clause === clause)
  if (own.length === 0) return prose(text)
  const paragraphs: Html[][] = [[]]
  for (const run of runsOf(text, own)) {
    for (const [at, piece] of run.text.split(/\n{2,}/u).entries()) {
      if (at > 0) paragraphs.push([])
      paragraphs.at(-1)?.push(shown({ ...run, text: piece }))
    }
  }
  return html`${paragraphs.map((pieces) => html`<p class="govuk-body" dir="auto">${pieces}</p>`)}`
}

const shown = ({ kind, text }: Run): Html => {
  const lines = html`${text.split('\n').map((line, at) => html`${at > 0 && html`<br />`}${line}`)}`
  if (kind === 'kept') return lines
  return kind === 'struck'
    ? html`<del><span class="govuk-visually-hidden">It said: </span>${lines}</del> `
    : html`<ins><span class="govuk-visually-hidden">It should say: </span>${lines}</ins>`
}

/** Each correction with what it cites, from the public document. */
export const publicCorrections: PublicPart = {
  section: (_, { decision: { corrections } }) =>
    !corrections?.length
      ? null
      : {
          id: 'corrections',
          heading: 'Has it been corrected?',
          body: html`<p class="govuk-body">
              Yes. The record stands as it was signed; these slips of writing in it were corrected.
            </p>
            ${corrections.map((one) =>
              facts({
                title: `Correction of ${dayWords(one.on)}, in ${one.where}`,
                rows: [
                  { key: 'It said', value: html`<del>${one.said}</del>` },
                  { key: 'It should say', value: html`<ins>${one.shouldSay}</ins>` },
                  { key: 'Why', value: prose(one.because) },
                  { key: 'By', value: one.by },
                ],
              }),
            )}`,
        },
  history: ({ corrections }) =>
    (corrections ?? []).map(({ on, where }) => ({
      day: on,
      says: html`Corrected in ${where}: <a class="govuk-link" href="#corrections">what it said and should say</a>`,
    })),
}

/** A published record is corrected from its page on the desk. */
export const deskCorrections: DeskPart = {
  actions: async ({ actor }, { decision: { ref, state } }) =>
    (state === 'published' || state === 'superseded') && actor.roles.includes(democraticServices)
      ? [html`<a class="govuk-link" href="${correctPath({ ref })}">Correct a slip of writing</a>`]
      : [],
}
