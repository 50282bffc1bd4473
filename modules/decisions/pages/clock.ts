import { callInTimeline } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { callInRuleWords, type CallInRule, type CallInWindow } from '../call-in/rules/call-in-window.ts'

export type ClockShown = {
  clock: CallInWindow & { rule: CallInRule; started: Temporal.PlainDate }
  /** Where the council has written the rule. */
  source: string | null
  /** The day on which the decision takes effect, as it was settled when it was published. */
  effective: Temporal.PlainDate
  today: Temporal.PlainDate
  calledIn?: Temporal.PlainDate | undefined
}

/** How the day of effect is counted: the rule and where it is written, then every day from the first to the last. */
export function clockDrawn({ clock, source, effective, today, calledIn }: ClockShown): Html {
  const { rule, started, lastDay, closesAt } = clock
  return html`<p class="govuk-body">
      The council’s rule is ${callInRuleWords(rule)}${source && html` (${source})`}. ${how[rule.effective]}
    </p>
    <p class="govuk-body">
      Counted from ${longDay(started)}, the last day on which it can be called in is
      <strong>${longDay(lastDay)}</strong>${closesAt && ` until ${closesAt}`}, so it takes effect on
      <strong>${longDay(effective)}</strong>.${
        effective.equals(clock.effective)
          ? ''
          : ` The clock ran out before the decision was published, and nothing takes effect before that.`
      }
    </p>
    ${callInTimeline({ counted: clock.counted, lastDay, effective, closesAt, today, calledIn, startWords: rule.start === 'publication' ? 'Published' : 'Decided' })}`
}

const how: Record<CallInRule['effective'], string> = {
  'day-after': 'A decision that nobody calls in takes effect on the day after the last.',
  'last-day': 'A decision that nobody calls in takes effect on the last day.',
  'next-working-day': 'A decision that nobody calls in takes effect on the next working day after the last.',
}
