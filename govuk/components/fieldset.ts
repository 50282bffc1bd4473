import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { more, textOf, worded, type Classed, type Worded, type Words } from './words.ts'

export type LegendWords =
  | Words
  | (Worded & {
      /** Makes the legend the page's `<h1>`: for a page that asks one thing. */
      isPageHeading?: boolean | undefined
    })

export type FieldsetOptions = Classed & {
  legend?: LegendWords | undefined
  /** Ids of what describes the whole group. */
  describedBy?: string | undefined
  role?: string | undefined
}

/** Fields that belong together, under one legend. */
export function fieldset(options: FieldsetOptions, content?: Content): Html {
  const { legend, describedBy, role } = options
  return html`<fieldset${attrs({
    class: classes('govuk-fieldset', options.classes),
    role,
    'aria-describedby': describedBy || undefined,
  })}${more(options.attributes)}>${legendOf(legend)}${content}</fieldset>`
}

function legendOf(words: LegendWords | undefined): Html | undefined {
  const text = textOf(words)
  if (text === undefined) return undefined
  const given: Worded & { isPageHeading?: boolean | undefined } = worded(words)
  return html`<legend${attrs({ class: classes('govuk-fieldset__legend', given.classes) })}>${
    given.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${text}</h1>` : text
  }</legend>`
}
