import { plainDay } from '#platform/days.ts'
import { pounds } from '#platform/money.ts'
import { units, type Figure } from './statement.ts'

const grouped = new Intl.NumberFormat('en-GB')

/** "800 people", "£9,139,875", "43%". */
export const amountWords = ({ value, unit }: Pick<Figure, 'value' | 'unit'>): string =>
  unit === 'pence'
    ? pounds(BigInt(value))
    : unit === 'percent'
      ? `${value}%`
      : `${grouped.format(value)} ${units[unit]}`

/** The same with its day. */
export const figureWords = (figure: Figure): string => `${amountWords(figure)}, ${plainDay(figure.on)}`
