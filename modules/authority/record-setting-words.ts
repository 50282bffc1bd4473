import type { z } from 'zod'
import { act, si, type Citation } from '#platform/law.ts'
import { pounds } from '#platform/money.ts'
import { settingsOfRecords, type Duty, type NeededClearance } from './record-settings.ts'

type Value<K extends keyof typeof settingsOfRecords> = z.output<(typeof settingsOfRecords)[K]>

export const titlesOfRecords: Record<keyof typeof settingsOfRecords, string> = {
  clearances: 'Clearances that a draft needs',
  duties: 'Duties to be considered',
  forms: 'The council’s own forms',
  turns: 'How soon whoever’s turn it is should act',
}

/** How each is read out. */
export const wordsOfRecords: Record<keyof typeof settingsOfRecords, (value: unknown) => string> = {
  clearances: (value) => clearances(settingsOfRecords.clearances.parse(value)),
  duties: (value) => duties(settingsOfRecords.duties.parse(value)),
  forms: (value) => forms(settingsOfRecords.forms.parse(value)),
  turns: (value) => turns(settingsOfRecords.turns.parse(value)),
}

/** When a clearance is needed, as people read it. */
export function whenWords({ when }: Pick<NeededClearance, 'when'>): string {
  switch (when.kind) {
    case 'always':
      return 'for every decision'
    case 'key':
      return 'for key decisions'
    case 'value':
      return `from ${pounds(when.pence)}, or where no value is stated`
    case 'subject':
      return `for ${when.subject === '' ? 'every subject' : when.subject}`
  }
}

/** Where a duty is written. */
export const dutySource = ({ source }: Pick<Duty, 'source'>): Citation =>
  'act' in source ? act(source.act, source.part) : si(source.si, source.part)

const clearances = (value: Value<'clearances'>): string =>
  value.length === 0
    ? 'none'
    : value.map((one) => `${one.title}, by ${one.post}, ${whenWords(one)}, within ${days(one.workingDays)}`).join('; ')

const duties = (value: Value<'duties'>): string =>
  value.length === 0
    ? 'none'
    : value
        .map(
          (one) =>
            `${dutySource(one).words} (${one.title})${one.subjects.length > 0 ? ` for ${one.subjects.join(', ')}` : ''}`,
        )
        .join('; ')

const forms = (value: Value<'forms'>): string =>
  value.length === 0
    ? 'none'
    : value
        .map(
          ({ title, makers, sections }) =>
            `${title}${makers.length > 0 ? ` (${makers.join(', ')})` : ''}: ${sections.map((one) => one.title).join(', ')}`,
        )
        .join('; ')

const turns = ({ decide, publish, judge }: Value<'turns'>): string =>
  `what is proposed is decided within ${days(decide)}, and what is decided is published within ${days(publish)}${judge === undefined ? '' : `; a call-in is judged within ${days(judge)}`}`

const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`
