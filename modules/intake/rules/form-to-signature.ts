import { daysBetween, longDay } from '#platform/days.ts'
import { si } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { isRecord } from './evidence/clauses.ts'
import { dayIn, lapse } from './evidence/days-in-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * The record gives the day the decision was made. A form with one day at its head and another at the signature leaves
 * that open; the signature is taken. Up to a week is the ordinary life of a form and passes.
 */
export const formToSignature = readingRule({
  id: 'form-to-signature',
  title: 'The day at the head of a form and the day it was signed leave no doubt when the decision was made',
  source: si('2012/2089', 'reg 13(4)'),
  from: '2012-09-10',
  kept: 'The form was signed within a week of its date.',
  find: (reading) => {
    const form = dayIn(reading.formDate)
    const signed = dayIn(reading.decidedOn)
    // A letter that tells of a decision has a day of its own, and is no form.
    if (!form || !signed || !isRecord(reading) || !reading.signatures.some(({ day }) => day !== null)) return null
    const days = daysBetween(form.day, signed.day)
    if (days >= 0 && days <= 7) return []
    const [earlier, later] = days < 0 ? [signed, form] : [form, signed]
    return [
      {
        weight: days < 0 || days >= 28 ? 'warning' : 'note',
        says:
          `The form is dated ${longDay(form.day)} and was signed on ${longDay(signed.day)}, `
          + `${lapse(earlier.day, later.day)} `
          + `${days < 0 ? 'before its own date' : 'later'}: the day of the signature is taken as the day of decision.`,
        working: [`From ${longDay(earlier.day)} to ${longDay(later.day)}: ${lapse(earlier.day, later.day)}.`],
        at: [form.at, signed.at],
      },
    ]
  },
  examples: [
    {
      given: 'a form signed two days after its date',
      facts: aReading('Date: 17/01/2022. Signed 19 January 2022', {
        formDate: ['17/01/2022', '2022-01-17'],
        decidedOn: ['19 January 2022', '2022-01-19'],
        signatures: [{ role: 'Signed', day: '2022-01-19' }],
      }),
      met: true,
    },
    {
      given: 'a form of 13 December signed on 19 January, 37 days later',
      facts: aReading('Date: 13/12/2021. Signed 19 January 2022', {
        formDate: ['13/12/2021', '2021-12-13'],
        decidedOn: ['19 January 2022', '2022-01-19'],
        signatures: [{ role: 'Signed', day: '2022-01-19' }],
      }),
      met: false,
    },
  ],
})
