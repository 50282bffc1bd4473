import { html, type Html } from '#platform/html.ts'
import { drawing, figure } from './figure.ts'

export type RiskShown = { number: number; title: string; likelihood: number; impact: number }

const words = ['', 'very low', 'low', 'middling', 'high', 'very high']
const cell = 56
const left = 24
const bottom = 26

/** How grave a score is; the product of two from 1 to 5. */
export const riskGrade = (score: number): 'low' | 'middling' | 'high' | 'very high' =>
  score >= 20 ? 'very high' : score >= 12 ? 'high' : score >= 6 ? 'middling' : 'low'

const fills: Record<ReturnType<typeof riskGrade>, string> = {
  low: '#eef3ee',
  middling: '#f6efdc',
  high: '#f2d9c6',
  'very high': '#e9bfc0',
}

/** Risks by their numbers on a field of likelihood and impact, five by five. The numbers are those of the list beside it. */
export function riskMatrix(options: {
  id: string
  title: string
  hideTitle?: boolean | undefined
  risks: readonly RiskShown[]
}): Html {
  const { risks } = options
  const height = cell * 5 + bottom
  const share = (at: number) => `${at * 19.2}%`
  const cells = [1, 2, 3, 4, 5].flatMap((impact) =>
    [1, 2, 3, 4, 5].map((likelihood) => {
      const here = risks
        .filter((one) => one.impact === impact && one.likelihood === likelihood)
        .map(({ number }) => String(number))
      const top = (5 - impact) * cell
      const shown = here.length > 4 ? [...here.slice(0, 3), `+${here.length - 3}`] : here
      return html`<svg x="${share(
        likelihood - 1,
      )}" y="${top}" width="19.2%" height="${cell}"><rect width="100%" height="100%"
      fill="${fills[riskGrade(impact * likelihood)]}" stroke="#ffffff" stroke-width="2"/>${
        shown.length > 0
        && html`<text class="remit-chart__strong" x="50%" y="${cell / 2 + 6}"
      text-anchor="middle" font-size="17" font-weight="700">${shown.join(', ')}</text>`
      }</svg>`
    }),
  )
  const says =
    risks.length === 0
      ? 'No open risks.'
      : risks
          .map(
            ({ number, title, likelihood, impact }) =>
              `${number}. ${title}: likelihood ${likelihood}, impact ${impact}`,
          )
          .join('; ')
  return figure({
    title: options.title,
    hideTitle: options.hideTitle,
    drawing: drawing(
      { id: options.id, title: options.title, says, height: height + 20 },
      html`<svg x="${left}" y="0" width="100%" height="${height}">${cells}${[1, 2, 3, 4, 5].map(
        (at) =>
          html`<text x="${(at - 0.5) * 19.2}%" y="${cell * 5 + 18}" text-anchor="middle" font-size="15">${at}</text>`,
      )}</svg>${[1, 2, 3, 4, 5].map(
        (at) => html`<text x="4" y="${(5 - at) * cell + cell / 2 + 5}" font-size="15">${at}</text>`,
      )}<text x="${left}" y="${height + 14}"
      font-size="15">Across: likelihood. Up: impact.</text>`,
    ),
    table: {
      head: [
        'Risk',
        { text: 'Likelihood', format: 'numeric' },
        { text: 'Impact', format: 'numeric' },
        { text: 'Score', format: 'numeric' },
      ],
      rows: risks.map(({ number, title, likelihood, impact }) => [
        `${number}. ${title}`,
        numeric(likelihood),
        numeric(impact),
        { text: `${likelihood * impact}, ${riskGrade(likelihood * impact)}`, format: 'numeric' },
      ]),
    },
  })
}

const numeric = (value: number) => ({ text: `${value}, ${words[value] ?? ''}`, format: 'numeric' })
