import { partOf, type PartValue } from '../parts.ts'
import { amountWords, dayWords, kindWords, perWords, verbWords } from '../words.ts'

/** What stands in a part, in words; null where the record says nothing. The value is one that was read or corrected. */
export function partWords(name: string, value: PartValue): string | null {
  if (value === null) return null
  if (typeof value === 'string') return kindWords[value]
  if (Array.isArray(value)) return value.map((one) => one.value).join('; ') || null
  if ('pence' in value) return `${amountWords(value.pence)}${value.per === null ? '' : ` ${perWords[value.per]}`}`
  if ('verb' in value)
    return `${value.label === null ? '' : `(${value.label}) `}[${verbWords[value.verb]}] ${value.text}`
  if ('role' in value) return `${value.role}${value.day === null ? ', no day given' : `, ${dayWords(value.day)}`}`
  if (typeof value.value === 'boolean') return value.value ? 'Yes' : 'No'
  return partOf(name)?.kind === 'day' ? dayWords(value.value) : value.value
}

/** The words shortened for a line. */
export const shortened = (words: string, most = 300): string =>
  words.length > most ? `${words.slice(0, most).trimEnd()} …` : words
