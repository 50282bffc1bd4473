import { html, type Html } from '#platform/html.ts'
import { pounds, type Pence } from '#platform/money.ts'
import { drawing, figure, percent } from './figure.ts'

/** The figures of one mandate, in pence. What is left is told rather than reckoned here: only the ledger knows it. */
export type CeilingAmounts = {
  granted: Pence
  used: Pence
  /** Given on to other posts by sub-delegation. */
  passedOn: Pence
  /** Expected to be used, on top of what is. */
  forecast?: Pence | undefined
  left: Pence
}

export type CeilingBarOptions = CeilingAmounts & {
  /** One of its kind on the page. */
  id: string
  /** "Ceiling" unless told. */
  title?: string | undefined
  hideTitle?: boolean | undefined
  /** The bar alone, with no key and no table: for many in a list, each beside its figures. */
  compact?: boolean | undefined
}

type Part = { key: 'used' | 'passed-on' | 'forecast' | 'left'; name: string; pence: Pence }

/** How much of a ceiling is used, passed on, expected to be used, and left. */
export function ceilingBar(options: CeilingBarOptions): Html {
  const { id, granted, compact } = options
  const title = options.title ?? 'Ceiling'
  const parts = partsOf(options)
  const taken = parts.reduce((sum, part) => sum + part.pence, 0n)
  // A forecast may go beyond the ceiling; then the bar is as long as the forecast and the ceiling is a line across it.
  const whole = taken > granted ? taken : granted
  const says = `Of ${pounds(granted)} granted: ${parts
    .map((part) => `${pounds(part.pence)} ${part.name.toLowerCase()}`)
    .join(', ')}.${over(options)}`
  const height = compact ? 20 : 44

  let from = 0n
  const bars = parts.map((part) => {
    const x = percent(from, whole)
    from += part.pence
    const width = percent(from, whole) - x
    return (
      part.pence > 0n
      && html`<rect class="remit-part--${part.key}" x="${x}%" y="1" width="${width}%"
      height="${height - 2}" fill="${fillOf(part.key, id)}" stroke="#0b0c0c" stroke-width="1"/>`
    )
  })
  const image = drawing(
    { id, title, says, height: whole > granted ? height + 6 : height },
    html`${hatching(id)}${bars}${
      whole > granted
      && html`<line x1="${percent(granted, whole)}%"
      x2="${percent(granted, whole)}%" y1="0" y2="${height + 6}" stroke="#ca3535" stroke-width="4"/>`
    }`,
  )
  if (compact) return image

  return figure({
    title,
    hideTitle: options.hideTitle,
    drawing: html`${image}<ul class="remit-key" aria-hidden="true">${parts.map(
      (part) =>
        html`<li class="remit-key__item">${swatch(part.key, id)}<span>${part.name}</span>
        <span class="remit-key__value remit-figure">${pounds(part.pence)}</span></li>`,
    )}<li
        class="remit-key__item remit-key__item--whole">${whole > granted && ceilingMark}<span>Granted</span>
        <span class="remit-key__value remit-figure">${pounds(granted)}</span></li></ul>${
          over(options) !== '' && html`<p class="govuk-body remit-over">${over(options).trim()}</p>`
        }`,
    table: {
      head: ['', { text: 'Amount', format: 'numeric' }, { text: 'Share', format: 'numeric' }],
      rows: [...parts, { name: 'Granted', pence: granted }].map(({ name, pence }) => [
        name,
        { text: pounds(pence), format: 'numeric' },
        { text: `${Math.round(percent(pence, granted))}%`, format: 'numeric' },
      ]),
    },
  })
}

const partsOf = ({ used, passedOn, forecast, left }: CeilingAmounts): readonly Part[] => {
  const expected = forecast ?? 0n
  const after = left - expected
  return [
    { key: 'used', name: 'Used', pence: used },
    { key: 'passed-on', name: 'Passed on', pence: passedOn },
    ...(forecast === undefined ? [] : [{ key: 'forecast', name: 'Forecast', pence: expected } as const]),
    { key: 'left', name: forecast === undefined ? 'Left' : 'Left after forecast', pence: after > 0n ? after : 0n },
  ]
}

const over = ({ forecast = 0n, left }: CeilingAmounts): string =>
  forecast > left ? ` The forecast is ${pounds(forecast - left)} over the ceiling.` : ''

/** Hatching as well as colour, so that the parts differ on paper and for people who see colours alike. */
const hatching = (id: string): Html => html`<defs>
<pattern id="${id}-passed-on" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"
  ><rect width="8" height="8" fill="#fff"/><rect class="remit-part--used" width="4" height="8" fill="#1d4f63"
  /></pattern>
<pattern id="${id}-forecast" width="8" height="8" patternUnits="userSpaceOnUse"
  ><rect width="8" height="8" fill="#fff"/><circle class="remit-part--used" cx="4" cy="4" r="1.6" fill="#1d4f63"
  /></pattern></defs>`

function fillOf(key: Part['key'], id: string): string {
  switch (key) {
    case 'used':
      return '#1d4f63'
    case 'left':
      return '#ffffff'
    case 'passed-on':
    case 'forecast':
      return `url(#${id}-${key})`
  }
}

const ceilingMark = html`<svg width="18" height="18" aria-hidden="true" focusable="false"
  ><line x1="9" x2="9" y1="0" y2="18" stroke="#ca3535" stroke-width="4"/></svg>`

const swatch = (key: Part['key'], id: string): Html =>
  html`<svg width="18" height="18" aria-hidden="true" focusable="false"><rect
    class="remit-part--${key}" x="1" y="1" width="16" height="16" fill="${fillOf(key, id)}"
    stroke="#0b0c0c" stroke-width="1"/></svg>`
