import { comparedWords, type Piece } from '#decisions'
import { html, type Html } from '#platform/html.ts'
import { prose } from '../../pages/words.ts'

type Answers = readonly { question: string; asked: string; words: string }[]

/** The words of a member beside the common ones: what it adds, and what of them it leaves out, drawn and said. */
export function besideCommon(common: Answers, answers: Answers): Html {
  return html`${answers.map((one) => {
    const like =
      common.length === 1 && answers.length === 1 ? common[0] : common.find(({ question }) => question === one.question)
    return html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${one.asked}</p>
      <blockquote class="govuk-inset-text govuk-!-margin-top-0">
        ${
          like
            ? html`<p class="govuk-body">
                <span class="remit-said">${comparedWords(spaced(like.words), spaced(one.words)).map(piece)}</span>
              </p>`
            : html`<ins
                ><span class="govuk-visually-hidden">[added: </span>${prose(one.words)}<span
                  class="govuk-visually-hidden"
                  >]</span
                ></ins
              >`
        }
      </blockquote>`
  })}`
}

// Words are compared with the space that follows them, and the last has none.
const spaced = (text: string): string => `${text.trim()} `

const piece = ({ kind, words }: Piece): Html =>
  kind === 'same'
    ? html`${words}`
    : kind === 'gone'
      ? html`<del
          ><span class="govuk-visually-hidden">[left out: </span>${words}<span class="govuk-visually-hidden"
            >]</span
          ></del
        >`
      : html`<ins
          ><span class="govuk-visually-hidden">[added: </span>${words}<span class="govuk-visually-hidden">]</span></ins
        >`

const count = (n: number) => n.toLocaleString('en-GB')
export const responsesWord = (n: number): string => (n === 1 ? '1 response' : `${count(n)} responses`)

/** `412 responses, of which 380 in 3 groups that were written alike.` */
export const apartWords = (received: number, { groups, responses }: { groups: number; responses: number }): string =>
  groups === 0
    ? `${responsesWord(received)}, none found in a group that was written alike.`
    : `${responsesWord(received)}, of which ${count(responses)} in ${groups === 1 ? '1 group that was' : `${count(groups)} groups that were`} written alike.`

export const differsWords = ({ added, leftOut }: { added: number; leftOut: number }): string => {
  const words = (n: number) => (n === 1 ? '1 word' : `${count(n)} words`)
  if (added === 0 && leftOut === 0) return 'word for word the same'
  return [...(added ? [`adds ${words(added)}`] : []), ...(leftOut ? [`leaves out ${words(leftOut)}`] : [])].join(', ')
}
