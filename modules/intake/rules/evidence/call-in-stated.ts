import { callInRuleOf, callInRuleWords, fiveClearWorkingDays, type CallInRule } from '#decisions/rules'
import type { Reading, Span } from '../../reading.ts'
import { matchesOf, numberOf, pattern, plainText, tidy } from './plain-text.ts'

/** The call-in rule to read a record by, whose it is, in words that finish "under …", and how sure that makes us. */
export type RuleForReading = { rule: CallInRule; whose: string; sure: boolean; at: Span[] }

const stated = pattern(
  'giu',
  String.raw`\b(?:expiry of|after|expires?) (?<days>\w+) (?<clear>clear )?(?<unit>working|calendar) days? (?:from|`,
  String.raw`after|following) (?:the )?(?:date of )?(?<start>publication|decision)`,
)

/**
 * The rule that the record itself prints; else what is known of the council it names; else the commonest rule, which
 * may not be this council's.
 */
export function callInRuleFor(reading: Reading, on: Temporal.PlainDate): RuleForReading {
  const [printed] = matchesOf(plainText(reading), stated)
  const days = numberOf(printed?.groups['days'])
  if (printed && days !== null && days > 0 && days <= 60) {
    const rule: CallInRule = {
      ...fiveClearWorkingDays(),
      lengthDays: days,
      unit: printed.groups['unit'] === 'calendar' ? 'clear-calendar' : 'clear-working',
      start: printed.groups['start'] === 'decision' ? 'decision' : 'publication',
    }
    return { rule, whose: `the rule printed in the record (“${tidy(printed.words)}”)`, sure: true, at: [printed.at] }
  }
  const known = reading.council ? callInRuleOf(reading.council.value, on) : null
  if (known && reading.council) {
    const whose = `the rule of ${known.council} (${callInRuleWords(known.rule)})`
    return { rule: known.rule, whose, sure: known.basis !== 'length', at: [reading.council.at] }
  }
  const rule = fiveClearWorkingDays()
  return { rule, whose: `the commonest rule (${callInRuleWords(rule)})`, sure: false, at: [] }
}
