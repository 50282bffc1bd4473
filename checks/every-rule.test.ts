import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { day } from '#platform/days.ts'
import { acts, isDated, isRule, statutoryInstruments, type Citation, type Dated, type Rule } from '#platform/law.ts'

// Every file in a module's rules/ is opened here, so no rule can be written and left unproved.
const root = join(import.meta.dirname, '..')
const files = globSync('modules/**/rules/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts') && basename(file) !== 'index.ts')
  .toSorted()
// What helps the rules lies in folders below: dated figures there are held to the same.
const helping = globSync('modules/**/rules/*/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts'))
  .toSorted()
const rules: { file: string; rule: Rule<unknown> }[] = []
const figures: { file: string; figure: Dated<unknown> }[] = []

for (const file of [...files, ...helping]) {
  const before = rules.length + figures.length
  const exported: Record<string, unknown> = await import(join(root, file))
  // A file may export its rules one by one and again as a list.
  for (const value of new Set(Object.values(exported).flatMap(oneOrMany))) {
    if (isRule(value)) rules.push({ file, rule: value })
    if (isDated(value)) figures.push({ file, figure: value })
  }
  const found = rules.length + figures.length - before
  if (helping.includes(file)) continue
  test(`${file} states a rule or a dated figure, and says what it is for`, () => {
    assert.ok(
      found > 0,
      'it exports neither a rule nor a dated figure: what helps a rule belongs in a folder below rules/',
    )
    assert.match(
      readFileSync(join(root, file), 'utf8'),
      /\/\*\*[\s\S]+?\*\/\s*export/u,
      'nothing it exports has a docstring',
    )
  })
}

test('there are rules to check', () => assert.ok(rules.length > 0))

test('no two rules share an id', () => {
  const seen = new Map<string, string>()
  for (const { file, rule } of rules) {
    const other = seen.get(rule.id)
    assert.ok(other === undefined, `${rule.id} is stated in ${other} and in ${file}`)
    seen.set(rule.id, file)
  }
})

for (const { rule } of rules) {
  const law = `${rule.sources[0].words} — ${rule.title}`
  test(`${law}: is stated in full`, () => {
    assert.match(rule.id, /^[a-z0-9]+(-[a-z0-9]+)*$/u, 'an id is words joined by hyphens')
    assert.match(rule.title, /^\p{Lu}.*[^.]$/u, 'a title starts with a capital and is no full stop long')
    for (const source of rule.sources) assertParses(source)
    assert.ok(rule.until === null || Temporal.PlainDate.compare(rule.from, rule.until) < 0)
    assert.ok(
      rule.examples.some((example) => example.met),
      'no example of the rule kept',
    )
    assert.ok(
      rule.examples.some((example) => !example.met),
      'no example of the rule broken',
    )
    assert.equal(
      new Set(rule.examples.map(({ given }) => given)).size,
      rule.examples.length,
      'two examples are named alike',
    )
  })
  for (const example of rule.examples) {
    test(`${law}: ${example.given}`, () => {
      const finding = rule.check(example.facts)
      const { outcome } = finding
      assert.notEqual(outcome, 'not-applicable', 'an example must be one that the rule speaks about')
      assert.equal(outcome === 'met', example.met, `it says: ${finding.says}`)
      assert.match(finding.says ?? '', /^\S.*[.?!)]$/su, 'what it says is a full sentence')
    })
  }
}

for (const { figure } of figures) {
  test(`${figure.name}: every 1 April it covers has one value with a source, and none outside`, () => {
    for (const { source } of figure.values) assertParses(source)
    const first = figure.values[0]?.from ?? day('2012-04-01')
    assert.throws(() => figure.on(first.subtract({ days: 1 })), /is known from/u)
    if (figure.until) assert.throws(() => figure.on(figure.until ?? first), /is known from/u)
    const last = figure.until ?? day('2029-01-01')
    for (let year = first.year; year <= last.year; year++) {
      const april = new Temporal.PlainDate(year, 4, 1)
      if (!figure.covers(april)) continue
      const holding = figure.values.filter((value, at) => {
        const next = figure.values[at + 1]?.from ?? figure.until
        return (
          Temporal.PlainDate.compare(value.from, april) <= 0 && (!next || Temporal.PlainDate.compare(april, next) < 0)
        )
      })
      assert.equal(holding.length, 1, `${year}`)
      assert.equal(figure.on(april), holding[0]?.value)
    }
  })
}

/** A citation names an instrument of the offline list and a place in it, or says plainly that it is no instrument. */
function assertParses(source: Citation): void {
  assert.ok(source.words.trim().length > 3, 'a source says something')
  if (source.kind === 'si' || source.kind === 'act') {
    const known = source.kind === 'si' ? Object.values(statutoryInstruments) : Object.values(acts)
    const instrument = known.find(({ title }) => title === source.title)
    assert.ok(instrument, `${source.words} is not in platform/instruments.ts`)
    const place = '(/(regulation|section|article|schedule)/[0-9]+[A-Z]*)?'
    assert.match(
      source.href ?? '',
      new RegExp(`^https://www\\.legislation\\.gov\\.uk/${instrument.path}${place}$`, 'u'),
    )
  } else {
    assert.match(source.href ?? 'https://none', /^https:\/\//u)
  }
}

function oneOrMany(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}
