import { decisionMaker, democraticServices, monitoringOfficer, officer, scrutiny } from '#authority'
import { button, facts, warningText } from '#govuk'
import { openFile } from '#platform/files.ts'
import { html } from '#platform/html.ts'
import type { Page } from '#platform/page.ts'
import { missing } from '#platform/use-case.ts'
import { recordPath } from '../../pages/paths.ts'
import { withheldPath } from '../paths.ts'
import { viewMyRendition } from '../queries.ts'
import { readWithheld } from '../read-withheld.ts'
import { marked } from './marked.ts'

/** What is withheld, for somebody who needs to know it? Reading it is something that a person does, and it is kept. */
export const withheldPage: Page = {
  path: withheldPath.pattern,
  may: [officer, decisionMaker, democraticServices, monitoringOfficer, scrutiny],
  get: async (visit) => {
    const { ref = '' } = visit.params
    const outcome = await visit.ask(viewMyRendition, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { withheld, hidden, readable } = outcome.value
    const open = withheld - hidden + readable
    return {
      view: {
        title: 'What is withheld?',
        back: recordPath({ ref }),
        body: html`<div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">${ref}</span>
            <h1 class="govuk-heading-l">What is withheld?</h1>
            <p class="govuk-body">
              ${withheld === 0 ? 'Nothing of this record is withheld.' : `${withheld} ${withheld === 1 ? 'passage or paper is' : 'passages or papers are'} withheld from the public. You may read ${open === withheld ? (withheld === 1 ? 'it' : 'all of them') : `${open} of them`}, to do your work as a member or an officer.`}
            </p>
            ${
              open > 0
              && html`${warningText({ text: 'Do not pass it on. That you read it, and when, is kept with the record.', iconFallbackText: 'Warning' })}
                <form method="post" novalidate>
                  ${visit.formFields()}${button({ text: 'Read what is withheld', preventDoubleClick: true })}
                </form>`
            }
            ${open === 0 && withheld > 0 && html`<p class="govuk-body">A member reads what is exempt under paragraph 3 or 6, and scrutiny what bears on a decision that it is looking at (SI 2012/2089, regs 16 and 17). Ask the proper officer, and say why you need to know it.</p>`}
          </div>
        </div>`,
      },
    }
  },
  post: async (visit, form) => {
    const { ref = '' } = visit.params
    const paper = form.values['paper'] ?? null
    const outcome = await visit.perform(readWithheld, { ref, paper })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { title, passages, texts, papers, stays } = outcome.value
    if (paper !== null) {
      const found = papers.find((one) => one.paper === paper)
      const { council } = visit.council
      const file =
        found
        && (await visit.house.database.within({ council, role: 'remit_app' }, (tx) =>
          openFile(tx, council, Buffer.from(found.sha256, 'hex')),
        ))
      return found && file
        ? { file: file.bytes, type: found.mediaType, download: found.name }
        : { refusal: missing('The file is no longer here.').refusal }
    }
    const words = passages.flatMap(({ passage, says }) => (passage === null ? [] : [{ passage, says }]))
    return {
      view: {
        title: 'What is withheld',
        back: recordPath({ ref }),
        body: html`<div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">${ref} · ${title}</span>
            <h1 class="govuk-heading-l">What is withheld</h1>
            <p class="govuk-body">What is marked is withheld from the public. That you read it is kept.</p>
            ${texts.map(
              ({ where, text }) =>
                html`<h2 class="govuk-heading-m">In ${where}</h2>
                  ${text.split(/\n{2,}/u).map((paragraph) => marked(paragraph, words))}`,
            )}
            ${
              passages.length > 0
              && html`<h2 class="govuk-heading-m">On what ground</h2>
                ${facts({ rows: passages.map(({ where, says, passage }) => ({ key: passage === null ? 'A paper' : `In ${where}`, value: says })) })}`
            }
            ${papers.map((one) => html`<form method="post" novalidate>${visit.formFields()}<input type="hidden" name="paper" value="${one.paper}" />${button({ text: `Read “${one.title}”`, classes: 'govuk-button--secondary' })}</form>`)}
            ${stays > 0 && html`<p class="govuk-body">${stays} more ${stays === 1 ? 'is' : 'are'} not open to you.</p>`}
            <p class="govuk-body"><a class="govuk-link" href="${recordPath({ ref })}">Back to the record</a></p>
          </div>
        </div>`,
      },
    }
  },
}
