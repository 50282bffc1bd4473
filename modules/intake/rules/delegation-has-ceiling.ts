import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { clausesNamed, givesAuthority, isRecord } from './evidence/clauses.ts'
import { sumsIn } from './evidence/money-in-text.ts'
import { pattern, placeOf, plainText } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'
import type { ReadClause } from '../reading.ts'

/**
 * Power to spend is given up to a sum. A record that states no sum at all leaves a delegated award without a ceiling;
 * one that states sums, but none with the delegation, leaves open whether they bound it, which is only noted.
 */
export const delegationHasCeiling = readingRule({
  id: 'delegation-has-ceiling',
  title: 'Power to award or spend is given up to a stated sum',
  source: principle('A limit that is not stated cannot be kept'),
  from: '2000-01-01',
  kept: 'Each power to award or spend states its sum.',
  find: (reading) => {
    const spending = reading.clauses
      .filter((clause) => givesAuthority(clause) || clause.delegation !== null)
      .filter(({ text }) => spends.test(text))
    if (spending.length === 0) return null
    const delegated = spending.filter(({ delegation }) => delegation !== null && delegation.to.length > 0)
    const plain = plainText(reading)
    // Some councils print sums without their sign.
    const anywhere = sumsIn(plain).length > 0 || reading.amounts.length > 0 || placeOf(plain, bareSum) !== null
    const open = (anywhere ? delegated : spending).filter((clause) => sumsIn(clause.text).length === 0)
    return open.length === 0 ? [] : [said(open, delegated, { anywhere, record: isRecord(reading) })]
  },
  examples: [
    {
      given: 'an award delegated up to £50,000',
      facts: aReading('(b) delegate the award of a contract up to £50,000 to the Director', {
        clauses: [
          {
            label: 'b',
            text: 'delegate the award of a contract up to £50,000 to the Director',
            verb: 'delegate',
            delegation: { to: ['Director'], consulting: [] },
          },
        ],
      }),
      met: true,
    },
    {
      given: 'an award delegated in a record without any sum',
      facts: aReading('(b) delegate the award of a contract to the Director', {
        clauses: [
          {
            label: 'b',
            text: 'delegate the award of a contract to the Director',
            verb: 'delegate',
            delegation: { to: ['Director'], consulting: [] },
          },
        ],
      }),
      met: false,
    },
  ],
})

const spends = pattern(
  'iu',
  String.raw`\b(?:award|contracts?|procure\w*|tender\w*|commission\w*|grants?|spend|fund(?:s|ing)?|purchas\w*|`,
  String.raw`legal agreements?)\b`,
)

const bareSum = /\b\d[\d,.]{0,12}\s?(?:million|m|k|pounds|GBP)\b|\bGBP\b/iu

function said(
  open: readonly ReadClause[],
  delegated: readonly ReadClause[],
  { anywhere, record }: { anywhere: boolean; record: boolean },
): Found {
  const names = clausesNamed(open)
  const verb = open.length === 1 ? 's' : ''
  const at = open.map((one) => one.at)
  if (anywhere) {
    return {
      weight: 'note',
      says:
        `${names} delegate${verb} power to spend or contract without a ceiling; the sums elsewhere in the record `
        + 'are not tied to it.',
      at,
    }
  }
  const given = open.some((one) => delegated.includes(one))
  return {
    weight: given && record ? 'warning' : 'note',
    says:
      `No sum is stated anywhere in the record: ${names.charAt(0).toLowerCase()}${names.slice(1)} `
      + (given
        ? `give${verb} power to award or spend without a ceiling.`
        : `approve${verb} spending without saying how much.`),
    working: ['No £ figure was found in the text as read; one may stand in a report that is not part of it.'],
    at,
  }
}
