import { attrs, html, type AttributeValue, type Content, type Html } from '#platform/html.ts'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/** A heading of any level. A tag name cannot be a hole, hence six templates. */
export function heading(
  level: HeadingLevel,
  attributes: Readonly<Record<string, AttributeValue>>,
  content: Content,
): Html {
  const given = attrs(attributes)
  switch (level) {
    case 1:
      return html`<h1${given}>${content}</h1>`
    case 2:
      return html`<h2${given}>${content}</h2>`
    case 3:
      return html`<h3${given}>${content}</h3>`
    case 4:
      return html`<h4${given}>${content}</h4>`
    case 5:
      return html`<h5${given}>${content}</h5>`
    case 6:
      return html`<h6${given}>${content}</h6>`
  }
}
