/**
 * The components against the official cases that govuk-frontend ships. A case gives options in the official form and
 * the HTML that the official template makes of them; ours must make the same of the same options in our form.
 */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Html, trustedHtml, type Content } from '#platform/html.ts'
import * as govuk from './index.ts'
import { essence } from './same-markup.ts'

type Options = Record<string, unknown>
type Fixture = { name: string; options: Options; html: string }

const root = new URL('../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url)
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: component }) => {
    const text = readFileSync(new URL(`${component}/fixtures.json`, root), 'utf8')
    return (JSON.parse(text) as { fixtures: Fixture[] }).fixtures.map((fixture) => ({ component, ...fixture }))
  })

/** Cases that are not ours to pass, and why. */
const excluded: Record<string, string> = {
  header: 'GOV.UK’s own header with its crown and name, which councils may not use; genericHeader takes its place',
}

const isObject = (value: unknown): value is Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The official pair of `text` and `html` is one `text` here, whose type says which it is. */
const oneText = (text: unknown, markup: unknown): Content | undefined =>
  typeof markup === 'string' && markup !== ''
    ? trustedHtml(markup)
    : typeof text === 'string' || typeof text === 'number'
      ? String(text)
      : undefined

/** Pairs that go by other names, and what they are called here. */
const pairs: Record<string, string> = {
  titleText: 'title',
  summaryText: 'summary',
  descriptionText: 'description',
  headingText: 'heading',
  logoText: 'logo',
}
/** Where the official form wants an object around the words and ours does not. */
const bare = new Set(['conditional', 'beforeInput', 'afterInput', 'beforeInputs', 'afterInputs', 'contentLicence'])
const renamed: Record<string, string> = {
  beforeInput: 'before',
  afterInput: 'after',
  beforeInputs: 'before',
  afterInputs: 'after',
}

/** Officially `true` is written out; here it makes a bare attribute. */
const written = (given: Options): Options => Object.fromEntries(Object.entries(given).map(([k, v]) => [k, String(v)]))

/** Official options in our form. */
function translated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translated)
  if (!isObject(value)) return value
  const ours: Options = {}
  for (const [key, given] of Object.entries(value)) {
    if (given === null) continue
    if (key === 'html' || key.endsWith('Html')) continue
    if (key === 'attributes' && isObject(given)) ours[key] = written(given)
    else if (bare.has(key) && isObject(given)) ours[renamed[key] ?? key] = oneText(given['text'], given['html'])
    else if (typeof given !== 'object' && key in pairs) ours[pairs[key] ?? key] = given
    else ours[key] = translated(given)
  }
  if ('html' in value || 'text' in value) {
    const text = oneText(value['text'], value['html'])
    if (text !== undefined) ours['text'] = text
  }
  for (const [official, own] of Object.entries(pairs)) {
    const markup = value[official.replace('Text', 'Html')]
    if (typeof markup === 'string') ours[own] = trustedHtml(markup)
  }
  return ours
}

type Render = (options: never) => Html
const plain = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const slot = (value: unknown): Html | undefined => (typeof value === 'string' ? trustedHtml(value) : undefined)

/** Components whose options need more than the general translation. */
const special: Record<string, (options: Options, fixture: Fixture) => Html> = {
  label: (options) => govuk.label(translated(options) as govuk.LabelWords, text(options['for'])),
  hint: (options) => govuk.hint(translated(options) as govuk.Words, text(options['id'])),
  'error-message': (options) => govuk.errorMessage(translated(options) as govuk.ErrorWords, text(options['id'])),
  fieldset: (options) => govuk.fieldset(translated(options) as govuk.FieldsetOptions, slot(options['html'])),
  tabs: (options) => govuk.tabs({ items: [], ...(translated(options) as object) }),

  // The crown stays out of this code: the test borrows it from the official case, in the place of a council's mark.
  footer: (options, fixture) => {
    const [crown] = /<svg[^>]*govuk-footer__crown[^]*?<\/svg>/.exec(fixture.html) ?? []
    const { contentLicence, copyright, ...rest } = translated(options) as Options
    return govuk.footer({
      ...rest,
      logo: slot(crown),
      contentLicence:
        options['contentLicence'] === null ? undefined : ((contentLicence as Content | undefined) ?? true),
      copyright: {
        text: (copyright as { text?: Content } | undefined)?.text ?? '© Crown copyright',
        href:
          'https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/'
          + 'uk-government-licensing-framework/crown-copyright/',
      },
    })
  },

  'service-navigation': (options) => {
    const slots = isObject(options['slots']) ? options['slots'] : {}
    const end = isObject(slots['end']) ? slots['end'] : { html: slots['end'] }
    return govuk.serviceNavigation({
      ...(translated(options) as object),
      slots: {
        start: slot(slots['start']),
        end: slot(end['html']),
        endInline: end['align'] === 'inline',
        navigationStart: slot(slots['navigationStart']),
        navigationEnd: slot(slots['navigationEnd']),
      },
    })
  },
}

function render(component: string, fixture: Fixture): Html {
  const own = special[component]
  if (own) return own(fixture.options, fixture)
  const found = (govuk as Record<string, unknown>)[plain(component)]
  assert.ok(typeof found === 'function', `there is no ${plain(component)}`)
  return (found as Render)(translated(fixture.options) as never)
}

let passed = 0
const skipped: string[] = []
for (const { component, ...fixture } of cases) {
  const name = `${component}: ${fixture.name}`
  const reason = excluded[name] ?? excluded[component]
  if (reason !== undefined) {
    skipped.push(`${name}: ${reason}`)
    test.skip(`${name} (${reason})`)
    continue
  }
  test(name, () => {
    assert.deepEqual(essence(render(component, fixture).toString()), essence(fixture.html))
    passed += 1
  })
}

test('the official cases are nearly all passed, and every exclusion is needed', (context) => {
  context.diagnostic(`${passed} of ${cases.length} official cases pass; ${skipped.length} are excluded:`)
  for (const line of skipped) context.diagnostic(line)
  assert.equal(passed + skipped.length, cases.length)
  assert.ok(passed >= 715, `${passed} pass`)
  for (const key of Object.keys(excluded))
    assert.ok(
      skipped.some((line) => line.startsWith(key)),
      `${key} is no case`,
    )
})

test('the comparison sees what a reader would', () => {
  const same: [string, string][] = [
    ['<p>\n  a <b> b</b>\n</p>', '<p>a <b>b</b></p>'],
    ['<p class=" a  b" id="c">d</p>', '<p id="c" class="a b">d</p>'],
    ['<p>a</p>\n<p>b</p>', '<p>a</p><p>b</p>'],
    ['<p>a&amp;b</p>', '<p>a&#38;b</p>'],
  ]
  const different: [string, string][] = [
    ['<p>a <b>b</b></p>', '<p>a<b>b</b></p>'],
    ['<p>a</p>', '<p>b</p>'],
    ['<p>a</p>', '<div>a</div>'],
    ['<p id="a">a</p>', '<p>a</p>'],
    ['<p class="a b">a</p>', '<p class="b a">a</p>'],
    ['<textarea> a</textarea>', '<textarea>a</textarea>'],
    ['<p>a</p><p>b</p>', '<p>a<p>b</p></p>'],
    ['<p><span>a</span>b</p>', '<p>ab</p>'],
  ]
  for (const [a, b] of same) assert.deepEqual(essence(a), essence(b))
  for (const [a, b] of different) assert.notDeepEqual(essence(a), essence(b))
})
