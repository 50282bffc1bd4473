import { html, type Html } from '#platform/html.ts'
import { dayWords } from '../../pages/grants.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { officer } from '#authority'
import { kindWords, type PublicPaper } from '../paper.ts'
import { paperFilePath, paperPath, papersPath } from '../paths.ts'
import { viewPapers } from '../queries.ts'

/** "1.2 MB", "340 KB". */
export const sizeWords = (bytes: bigint): string =>
  bytes >= 1_048_576n
    ? `${(Number(bytes) / 1_048_576).toFixed(1)} MB`
    : `${Math.max(1, Math.round(Number(bytes) / 1024))} KB`

/** What sort of file it is, for people: the last of its media type's words. */
export const typeWords = (mediaType: string): string =>
  mediaType === 'application/pdf'
    ? 'PDF'
    : mediaType.startsWith('image/')
      ? 'picture'
      : mediaType.startsWith('text/')
        ? 'text'
        : /wordprocessing/u.test(mediaType)
          ? 'Word'
          : /spreadsheet/u.test(mediaType)
            ? 'spreadsheet'
            : /presentation/u.test(mediaType)
              ? 'PowerPoint'
              : 'document'

const about = ({ kind, author, dated }: Pick<PublicPaper, 'kind' | 'author' | 'dated'>): string =>
  [kindWords[kind], author, dated === null ? null : dayWords(dated)].filter(Boolean).join(', ')

const listed =
  (ref: string) =>
  ({ paper, title, file, withheld, ...rest }: PublicPaper): Html =>
    html`<li class="remit-entry">
      <p class="govuk-body govuk-!-margin-bottom-1">
        ${
          file
            ? html`<a class="govuk-link" href="${paperPath({ ref, paper })}">${title}</a>
                <span class="remit-quiet">(${typeWords(file.mediaType)}, ${sizeWords(BigInt(file.size))})</span>`
            : html`<strong>${title}</strong>`
        }
      </p>
      <p class="govuk-body-s">
        ${about(rest)}${
          withheld !== null && html`. ${file ? 'A version for the public: the rest is' : 'It is'} withheld: ${withheld}`
        }
      </p>
    </li>`

/** The papers on the public page, from the public document. */
export const publicPapers: PublicPart = {
  section: (_, { decision: { ref, papers } }) =>
    !papers?.length
      ? null
      : {
          id: 'papers',
          heading: 'What does it rest on?',
          body: html`<ol class="remit-entries">
            ${papers.map(listed(ref))}
          </ol>`,
        },
}

/** The papers as a task of a draft, and as a list of a record that no longer changes. */
export const deskPapers: DeskPart = {
  tasks: async (visit, { decision: { ref } }) => {
    const outcome = await visit.ask(viewPapers, { ref })
    const count = outcome.ok ? outcome.value.papers.length : 0
    return {
      title: 'What it rests on',
      tasks: [
        {
          title: 'Reports, appendices and background papers',
          href: papersPath({ ref }),
          state: count > 0 ? 'done' : 'not-started',
          ...(count > 0 ? { hint: `${count} ${count === 1 ? 'paper' : 'papers'}` } : { stateText: 'Optional' }),
        },
      ],
    }
  },
  section: async (visit, { decision: { ref, state } }) => {
    if (state === 'draft' && visit.actor.roles.includes(officer)) return null
    const outcome = await visit.ask(viewPapers, { ref })
    if (!outcome.ok || outcome.value.papers.length === 0) return null
    return html`<h2 class="govuk-heading-m">Papers</h2>
      <ol class="remit-entries">
        ${outcome.value.papers.map(
          ({ paper, title, open, size, mediaType, ...rest }) =>
            html`<li class="remit-entry">
              <p class="govuk-body govuk-!-margin-bottom-1">
                ${
                  open
                    ? html`<a class="govuk-link" href="${paperFilePath({ ref, paper })}">${title}</a>
                        <span class="remit-quiet">(${typeWords(mediaType)}, ${sizeWords(size)})</span>`
                    : html`<strong>${title}</strong> <span class="remit-quiet">(withheld)</span>`
                }
              </p>
              <p class="govuk-body-s">${about({ ...rest, dated: rest.dated?.toString() ?? null })}</p>
            </li>`,
        )}
      </ol>`
  },
}
