import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { html } from '#platform/html.ts'
import { channels, colourSheet, colourSheetPath, contrast, legible, page, type PageOptions } from './index.ts'

const options: PageOptions = {
  title: 'Who decided this?',
  council: { name: 'Larkshire Council', colour: '#1d4f63' },
  nav: [
    { text: 'Decisions', href: '/decisions', current: true },
    { text: 'Mandates', href: '/mandates' },
  ],
  signedInAs: {
    name: 'Ada Lark',
    post: 'Director of Care',
    signOut: { action: '/sign-out', fields: html`<input type="hidden">` },
  },
  phase: { tag: 'Demo', text: 'Larkshire is invented.' },
  back: '/decisions',
  body: html`<h1 class="govuk-heading-l">Who decided this?</h1>`,
  footerLinks: [{ text: 'Accessibility', href: '/accessibility' }],
}
const whole = page(options).toString()

type Node = DefaultTreeAdapterTypes.Node
const elementsOf = (node: Node): DefaultTreeAdapterTypes.Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(elementsOf) : []),
]

test('a page parses without a single error', () => {
  const errors: string[] = []
  parse(whole, { onParseError: (error) => errors.push(`${error.code} at ${error.startLine}:${error.startCol}`) })
  assert.deepEqual(errors, [])
})

test('a page asks nothing of the content security policy: no inline script, no style, nothing from elsewhere', () => {
  for (const element of elementsOf(parse(whole))) {
    assert.notEqual(element.tagName, 'style')
    if (element.tagName === 'script') assert.equal(element.childNodes.length, 0)
    for (const { name, value } of element.attrs) {
      assert.doesNotMatch(name, /^(on|style$)/)
      const loads = ['link', 'script', 'img'].includes(element.tagName) && ['src', 'href'].includes(name)
      if (loads) assert.match(value, /^\/assets\//)
    }
  }
})

test('a page is the council’s own: no crown, no crest, not a word of GOV.UK', () => {
  assert.doesNotMatch(whole, /crown|crest|GOV\.UK|copyright-logo/i)
  assert.match(whole, /Larkshire Council/)
})

test('a page has one main part, a way to skip to it, one heading, and says who is signed in', () => {
  const elements = elementsOf(parse(whole))
  assert.equal(elements.filter(({ tagName }) => tagName === 'main').length, 1)
  assert.equal(elements.filter(({ tagName }) => tagName === 'h1').length, 1)
  assert.match(whole, /href="#main-content"/)
  assert.match(whole, /id="main-content"/)
  assert.match(whole, /Ada Lark.*Director of Care/s)
  assert.match(whole, /<title>Who decided this\? - Remit - Larkshire Council<\/title>/)
})

test('a page with something to put right says so first', () => {
  assert.match(page({ ...options, hasErrors: true }).toString(), /<title>Error: Who decided this\?/)
})

test('white words can be read on any council’s colour', () => {
  const white = [255, 255, 255] as const
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const colour = `#${number.toString(16).padStart(6, '0')}`
      assert.ok(contrast(channels(legible(colour)), white) >= 4.5)
      if (contrast(channels(colour), white) >= 4.5) assert.equal(legible(colour), colour)
    }),
  )
  assert.equal(contrast([0, 0, 0], white), 21)
})

test('a colour has a stylesheet of its own, and nothing but a colour gets into it', () => {
  assert.equal(colourSheetPath('#1D4F63'), '/assets/council-1d4f63.css')
  assert.equal(colourSheet('#1d4f63'), ':root{--govuk-brand-colour:#1d4f63}\n')
  assert.equal(colourSheet('red;}body{display:none'), ':root{--govuk-brand-colour:#1d4f63}\n')
})

test('our stylesheet comes last and replaces the typeface wherever GOV.UK Frontend sets it by class', () => {
  const official = readFileSync(
    new URL('../node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css', import.meta.url),
    'utf8',
  )
  const selectors = [...official.matchAll(/([^{}]+)\{[^{}]*font-family:GDS Transport,/g)].map((match) => match[1] ?? '')
  assert.ok(selectors.length > 20)
  // Ours weighs two classes and an element, and the later of equals wins.
  for (const selector of selectors.flatMap((list) => list.split(','))) {
    assert.match(selector.trim(), /^\.govuk-[\w!-]+(?: (?:\.govuk-[\w!-]+|a))?$/)
  }
  assert.ok(whole.indexOf('remit.css') > whole.indexOf('govuk-frontend.min.css'))
})
