import { day, longDay } from '#platform/days.ts'
import { guidance, met, notMet, rule } from '#platform/law.ts'
import { callInRuleWords, callInWindow } from './call-in-window.ts'
import { callInRuleOf } from './council-call-in-rules.ts'

export type Printed = { council: string; published: Temporal.PlainDate; effective: Temporal.PlainDate }

/** The day of effect that a record prints is the one that its own council's rule gives, and no other council's. */
export const effectiveAsPrinted = rule<Printed>({
  id: 'effective-as-the-council-counts',
  title: 'A decision takes effect on the day that its own council’s call-in rule gives',
  source: guidance('Public decision records of English councils', 'dates of publication and effect (verify)'),
  from: '2012-09-10',
  check: ({ council, published, effective }) => {
    const known = callInRuleOf(council, published)
    if (!known) return notMet(`Nothing is known of the call-in rule of ${council}.`)
    const window = callInWindow(known.rule, published)
    const says = `In ${known.council} call-in runs ${callInRuleWords(known.rule)}: published on ${longDay(published)}, in effect on ${longDay(window.effective)}`
    return window.effective.equals(effective)
      ? met(`${says}.`, window.working)
      : notMet(`${says}; the record says ${longDay(effective)}.`, window.working)
  },
  examples: [
    printed(
      'Kent: the Saturday after the fifth working day, as its record 22/00073 prints',
      'Kent County Council',
      '2022-08-05',
      '2022-08-13',
      true,
    ),
    ...[
      'East Sussex',
      'Derbyshire',
      'Oxfordshire',
      'Cheshire East',
      'Westminster',
      'Hampshire',
      'Torbay',
      'Tendring',
      'Hillingdon',
    ].map((council) =>
      printed(`${council}: the same five clear working days`, council, '2022-08-05', '2022-08-13', true),
    ),
    printed('Tendring: a form that prints the sixth working day', 'Tendring', '2022-08-05', '2022-08-15', false),
    printed(
      'Staffordshire: three clear working days, as its record of July 2021 prints',
      'Staffordshire County Council',
      '2021-07-22',
      '2021-07-28',
      true,
    ),
    printed(
      'Staffordshire: what five clear days would give',
      'Staffordshire County Council',
      '2021-07-22',
      '2021-07-30',
      false,
    ),
    printed('Lincolnshire: three clear working days', 'Lincolnshire', '2021-07-22', '2021-07-28', true),
    printed('Peterborough and Birmingham: three days', 'Peterborough', '2022-08-05', '2022-08-11', true),
    printed('Birmingham: three days', 'Birmingham', '2022-08-05', '2022-08-11', true),
    printed('West Sussex: seven clear working days', 'West Sussex', '2022-08-05', '2022-08-17', true),
    printed('Cherwell: on the fifth working day itself', 'Cherwell', '2022-08-05', '2022-08-12', true),
    printed(
      'Southampton: published on the day of decision, 20 March 2018',
      'Southampton',
      '2018-03-20',
      '2018-03-28',
      true,
    ),
    printed(
      'Southampton: published three days later, with Easter between',
      'Southampton',
      '2018-03-23',
      '2018-04-04',
      true,
    ),
    printed(
      'West Lancashire: the Wednesday after the Tuesday of the week following',
      'West Lancashire',
      '2024-06-20',
      '2024-06-26',
      true,
    ),
    printed('Gloucestershire: after five working days', 'Gloucestershire', '2022-08-05', '2022-08-13', true),
    printed('Bracknell Forest: after five working days', 'Bracknell Forest', '2022-08-05', '2022-08-13', true),
    printed('Isle of Wight: after five working days', 'Isle of Wight', '2022-08-05', '2022-08-13', true),
    printed('Kingston: after five working days', 'Kingston', '2022-08-05', '2022-08-13', true),
    printed(
      'the week of the late Queen’s funeral: six days on the calendar do not make five that count',
      'Kent',
      '2022-09-16',
      '2022-09-24',
      false,
    ),
    printed('the same week, counted with its holiday', 'Kent', '2022-09-16', '2022-09-27', true),
  ],
})

function printed(given: string, council: string, published: string, effective: string, kept: boolean) {
  return { given, facts: { council, published: day(published), effective: day(effective) }, met: kept }
}
