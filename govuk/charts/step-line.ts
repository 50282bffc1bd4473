import { attrs, html, type Content, type Html } from '#platform/html.ts'

export type StepShown = {
  title: string
  /** A day or a few words below it. */
  says?: Content | null | undefined
  state: 'done' | 'now' | 'later' | 'ended'
}

/** A way through stages, from the first to the last: what is done, where it stands now, what is still to come. */
export const stepLine = ({ title, steps }: { title: string; steps: readonly StepShown[] }): Html =>
  html`<ol class="remit-steps" aria-label="${title}">${steps.map(
    (step) =>
      html`<li${attrs({
        class: `remit-steps__step remit-steps__step--${step.state}`,
        'aria-current': step.state === 'now' ? 'step' : undefined,
      })}><span class="remit-steps__title">${step.title}</span>${
        step.says && html`<span class="remit-steps__words">${step.says}</span>`
      }</li>`,
  )}</ol>`
