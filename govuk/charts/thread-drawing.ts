import { html, isPresent, type Content, type Html } from '#platform/html.ts'
import { statusTag, type Tone } from '../patterns/status-tag.ts'
import { figure } from './figure.ts'

export type ThreadStep = {
  /** The act that made this record out of the one before; nothing for the first. */
  act?:
    | {
        /** "Awarded by the Director of Care" */
        text: string
        href?: string | undefined
        /** "3 March 2025, under mandate M-4" */
        says?: Content | undefined
      }
    | undefined
  /** "Decision", "Contract", "Placement", "Invoice line" … */
  kind: string
  title: string
  href?: string | undefined
  says?: Content | undefined
  value?: string | undefined
  status?: { text: string; tone?: Tone | undefined } | undefined
  /** The record the reader came from. */
  here?: boolean | undefined
}

/** The chain behind a record: each box a record, each arrow the act that made the next. An ordered list, drawn. */
export const threadDrawing = (options: {
  title: string
  hideTitle?: boolean | undefined
  steps: readonly ThreadStep[]
}): Html =>
  figure({
    title: options.title,
    hideTitle: options.hideTitle,
    drawing: html`<ol class="remit-thread__list" aria-label="${options.title}">${options.steps.map(step)}</ol>`,
    table: {
      head: ['Record', 'Amount', 'Made by'],
      rows: options.steps.map(({ kind, title, value, act }) => [`${kind}: ${title}`, value ?? '', act?.text ?? '']),
    },
  })

const step = ({ act, kind, title, href, says, value, status, here }: ThreadStep): Html =>
  html`<li>${
    act
    && html`<div class="remit-thread__act">${arrow}<div
    class="remit-thread__words"><span>${
      act.href ? html`<a class="govuk-link" href="${act.href}">${act.text}</a>` : act.text
    }</span>${isPresent(act.says) && html`<span class="remit-thread__says">${act.says}</span>`}</div></div>`
  }<div
    class="remit-box remit-box--record ${here && 'remit-box--here'}"><span class="remit-box__kind">${kind}${
      here && html` <span class="remit-box__here">You are here</span>`
    }</span><span class="remit-box__title">${
      href ? html`<a class="govuk-link" href="${href}">${title}</a>` : title
    }</span>${isPresent(says) && html`<span class="remit-box__says">${says}</span>`}${
      isPresent(value) && html`<span class="remit-box__value remit-figure">${value}</span>`
    }${status && html`<span class="remit-box__status">${statusTag(status.text, status.tone)}</span>`}</div></li>`

/** The shaft stretches with the words beside it; the head keeps its shape. */
const arrow = html`<span class="remit-arrow" aria-hidden="true"></span>`
