import { classes, html, type Html } from '#platform/html.ts'

/**
 * A wide thing, usually a table, that scrolls sideways by itself on a small screen, so that the page does not. It can
 * be reached and scrolled from the keyboard, which is why it has a name. `narrow`: it is squeezed before it scrolls.
 */
export const scrollRegion = (label: string, content: Html, narrow?: 'narrow'): Html =>
  html`<div
    class="${classes('remit-scroll', narrow && 'remit-scroll--narrow')}"
    role="region"
    tabindex="0"
    aria-label="${label}"
  >
    ${content}
  </div>`
