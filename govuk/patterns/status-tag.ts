import type { Html } from '#platform/html.ts'
import { tag } from '../components/tag.ts'

/** What a state means for whoever reads it; the colour only repeats what the word says. */
export type Tone = 'good' | 'waiting' | 'bad' | 'information' | 'ended'

const colours: Record<Tone, string> = {
  good: 'govuk-tag--green',
  waiting: 'govuk-tag--yellow',
  bad: 'govuk-tag--red',
  information: 'govuk-tag--blue',
  ended: 'govuk-tag--grey',
}

/** The state of a thing in a word: `statusTag('Called in', 'bad')`. */
export const statusTag = (text: string, tone: Tone = 'information'): Html => tag({ text, classes: colours[tone] })
