import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readText } from './read.ts'
import type { ReadingFinding } from './reading.ts'
import { findingsFor } from './rules/index.ts'

// The five real records that the work started from. They are not part of the repository.
const seeds = join(import.meta.dirname, '../../../shared/seeds')
const skip = existsSync(seeds) ? false : 'the seed records are not beside the repository (../shared/seeds)'

type Expected = { rule: string; says: RegExp; working?: RegExp; words?: RegExp }

const expected: Record<string, { about: string; finds: Expected[]; silent: string[] }> = {
  '000': {
    about: 'Bury 2084, the autism network',
    finds: [
      {
        rule: 'operative-decision',
        says: /no operative clause.*Permission sought.*We propose/u,
        words: /Permission sought/u,
      },
      {
        rule: 'form-to-signature',
        says: /13 December 2021.*19 January 2022, 37 days \(24 working\)/u,
        words: /13\/12\/2021/u,
      },
      { rule: 'term-placed', says: /two years/u },
      { rule: 'attributed-rightly', says: /Statutory Guidance/u },
      { rule: 'alternatives-recorded', says: /no alternatives.*reg 13\(4\)/u },
      { rule: 'conflicts-recorded', says: /no conflicts.*reg 13\(4\)/u },
    ],
    silent: [
      'amount-against-term',
      'sums-add-up',
      'signatures-in-order',
      'boxes-filled',
      'record-stands',
      'form-filled',
    ],
  },
  '001': {
    about: 'Bury 2237, the care at home timeline',
    finds: [
      {
        rule: 'implied-unit-cost',
        says: /£126\.56 an hour and 15 minutes a person a day.*1,385 hours a day would give about £18\.08 an hour/u,
        working: /1,385 hours × 52\.14 weeks = 72,218 hours a year[^]*505,525 hours/u,
        words: /1,385 hours of home care each week/u,
      },
      { rule: 'hours-a-person', says: /1\.7 hours a week each, 15 minutes a day.*12\.1 hours a week/u },
      {
        rule: 'signatures-in-order',
        says: /Cabinet Member.*15 August 2024, 31 days \(23 working\) after the decision of Monday 15 July 2024/u,
        words: /confirm that they have been consulted/u,
      },
      { rule: 'boxes-filled', says: /“Options considered” is blank/u },
      { rule: 'boxes-filled', says: /“Decision \[with reasons\]” is blank/u },
      { rule: 'boxes-filled', says: /“Scrutiny.*Interest” is blank/u },
      { rule: 'operative-decision', says: /no operative clause/u },
      { rule: 'form-to-signature', says: /26 days/u },
      {
        rule: 'figures-for-one-thing',
        says: /9\.4% above/u,
        working: /5 years at £10,000,000 is £50,000,000, as printed; at £9,139,875 it would be £45,699,375/u,
      },
      { rule: 'extension-within-option', says: /24 months 12 are used; that 12 remain/u },
      { rule: 'start-day', says: /25 October 2025.*Saturday/u },
      { rule: 'consultation-length', says: /6 weeks.*61 days, 8\.7 weeks/u },
      { rule: 'key-or-not', says: /£50,000,000 and all wards/u },
      { rule: 'procurement-regime', says: /February 2025.*24 February 2025/u },
    ],
    silent: ['sums-add-up', 'amount-against-term', 'authority-before-act', 'delegation-to-a-post'],
  },
  '002': {
    about: 'Staffordshire, support for children with disabilities',
    finds: [
      { rule: 'delegation-to-a-post', says: /Clause \(b\).*“relevant officers”/u, words: /^relevant officers$/u },
      { rule: 'delegation-has-ceiling', says: /No sum is stated anywhere.*clause \(b\)/u },
      {
        rule: 'effective-day',
        says: /22 July 2021.*28 July 2021.*30 July 2021.*may have another rule/u,
        working: /3 clear working days/u,
      },
      {
        rule: 'term-approved',
        says: /2\+1\+1 years\) is only noted, in clause \(c\)/u,
        working: /31 March 2024, 31 March 2025 and 31 March 2026/u,
      },
      { rule: 'clauses-give-authority', says: /Clause \(c\) only notes/u },
      { rule: 'reasons-recorded', says: /is a purpose/u },
      { rule: 'alternatives-recorded', says: /reg 12\(2\)/u },
      { rule: 'conflicts-recorded', says: /reg 12\(2\)/u },
    ],
    silent: [
      'days-in-order',
      'operative-decision',
      'published-promptly',
      'delegation-no-wider',
      'authority-before-act',
    ],
  },
  '003': {
    about: 'Kent 22/00073, the dynamic purchasing system',
    finds: [
      {
        rule: 'sums-add-up',
        says: /£9,647,321, £100,000 more than the £9,547,321 printed/u,
        working: /£6,249,221 stood in place of £6,349,221, or if £3,198,100 stood in place of £3,298,100/u,
        words: /£9,547,321/u,
      },
      { rule: 'within-portfolio', says: /£3,298,100 of the money \(34%\)/u },
      { rule: 'saving-dated', says: /£1,000,000/u },
      { rule: 'delegation-has-ceiling', says: /Clause \(c\).*without a ceiling/u },
      { rule: 'arrangement-has-end', says: /no term or end/u },
      { rule: 'boxes-filled', says: /“Purpose” is blank/u },
      { rule: 'alternatives-recorded', says: /reg 13\(2\)/u },
      { rule: 'conflicts-recorded', says: /reg 13\(2\)/u },
    ],
    silent: ['effective-day', 'days-in-order', 'reasons-recorded', 'delegation-to-a-post', 'authority-before-act'],
  },
  '004': {
    about: 'Southampton CAB 17/18 20348, the short breaks offer',
    finds: [
      {
        rule: 'revoked-instruments',
        says: /SI 2000\/3272.*10 September 2012 by SI 2012\/2089, reg 23: 5 years and 6 months before 20 March 2018/u,
      },
      { rule: 'call-in-expiry', says: /left blank, and no day of publication/u, working: /Wednesday 28 March 2018/u },
      { rule: 'delegation-no-wider', says: /Clause \(vi\).*swallows the conditions of \(iv\) and \(v\)/u },
      { rule: 'delegation-has-ceiling', says: /No sum is stated anywhere/u },
      { rule: 'clauses-give-authority', says: /Clauses \(i\) and \(vii\)/u },
    ],
    silent: [
      'weekday-matches-date',
      'alternatives-recorded',
      'conflicts-recorded',
      'reasons-recorded',
      'sums-add-up',
      'operative-decision',
    ],
  },
}

for (const [seed, { about, finds, silent }] of Object.entries(expected)) {
  test(`${about}: what is wrong with it is found, with its working`, { skip }, () => {
    const { text, findings } = read(seed)
    for (const one of finds) {
      const found = findings.filter(({ rule, says }) => rule === one.rule && one.says.test(says))
      assert.equal(
        found.length,
        1,
        `${one.rule} ${String(one.says)}; it says: `
          + `${findings
            .filter(({ rule }) => rule === one.rule)
            .map(({ says }) => says)
            .join(' | ')}`,
      )
      const [finding] = found
      assert.ok(finding && finding.at.length > 0)
      if (one.working) assert.match(finding.working ?? '', one.working)
      const { words } = one
      if (words)
        assert.ok(
          finding.at.some(([start, end]) => words.test(text.slice(start, end))),
          one.rule,
        )
    }
  })

  test(`${about}: what is right with it is left alone`, { skip }, () => {
    const { findings } = read(seed)
    for (const rule of silent)
      assert.deepEqual(
        findings.filter((one) => one.rule === rule),
        [],
        rule,
      )
    const known = new Set(finds.map(({ rule }) => rule))
    assert.deepEqual(
      [...new Set(findings.map(({ rule }) => rule))].filter((rule) => !known.has(rule)),
      surprises[seed] ?? [],
    )
  })
}

/** Findings beyond the list above that are true as well. */
const surprises: Record<string, string[]> = {
  '001': ['alternatives-recorded', 'conflicts-recorded'],
  '004': ['arrangement-has-end'],
}

function read(seed: string): { text: string; findings: ReadingFinding[] } {
  const file = readdirSync(seeds).find((name) => name.startsWith(`${seed}_`)) ?? ''
  const readings = readText(readFileSync(join(seeds, file), 'utf8'), file)
  assert.equal(readings.length, 1)
  const [reading] = readings
  assert.ok(reading)
  return { text: reading.text, findings: findingsFor(reading) }
}
