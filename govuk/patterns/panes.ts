import { html, type Content, type Html } from '#platform/html.ts'

export type PanesOptions = {
  /** What is read, such as a document: stays in sight and scrolls by itself on a large screen. */
  left: Content
  leftLabel: string
  /** What is done about it. */
  right: Content
  rightLabel: string
  /** Gives the left more room. */
  reading?: boolean | undefined
}

/** Two panes side by side, for `wide` pages; one above the other where there is no room. */
export const panes = (options: PanesOptions): Html =>
  html`<div class="remit-panes ${options.reading && 'remit-panes--reading'}">
    <section class="remit-pane remit-pane--still" tabindex="0" aria-label="${options.leftLabel}">
      ${options.left}
    </section>
    <section class="remit-pane" aria-label="${options.rightLabel}">${options.right}</section>
  </div>`
