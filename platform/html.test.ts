import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { attrs, classes, Html, href, html, isSafeAddress, nothing, trustedHtml, UnsafeTemplate } from './html.ts'

type Element = DefaultTreeAdapterTypes.Element
type ChildNode = DefaultTreeAdapterTypes.ChildNode

const only = (markup: Html): Element => {
  const nodes = parseFragment(markup.toString()).childNodes
  assert.equal(nodes.length, 1)
  const [node] = nodes
  assert.ok(node !== undefined && 'tagName' in node)
  return node
}
const textOf = (node: ChildNode): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
const attribute = (element: Element, name: string) => element.attrs.find((a) => a.name === name)?.value

/** Text of any kind, weighted towards what breaks pages. HTML cannot carry a null character, so there is none. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '"',
          "'",
          '&',
          '&amp;',
          '&#60;',
          '&lt',
          ';',
          '`',
          '=',
          '/',
          '\\',
          '\r\n',
          '\r',
          '\n',
          '\t',
          ' ',
          '<!--',
          '-->',
          '</p>',
          '</title>',
          '</textarea>',
          '<script>',
          'alert(1)',
          ']]>',
          '{{',
          '${',
          'onload=',
          '£',
          '\u2028',
          '\u{1F600}',
        ),
      )
      .map((parts) => parts.join('')),
  )
  .map((text) => text.replaceAll('\0', ''))

test('any text between tags is read back as exactly that text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const paragraph = only(html`<p>${text}</p>`)
      assert.equal(textOf(paragraph), text)
      assert.ok(paragraph.childNodes.every((node) => node.nodeName === '#text'))
    }),
    { numRuns: 1000 },
  )
})

test('any text in a quoted attribute is read back as exactly that text, in either kind of quote', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const double = only(html`<p title="${text}" lang="en"></p>`)
      const single = only(html`<p title='${text}' lang='en'></p>`)
      const written = only(html`<p${attrs({ title: text, lang: 'en' })}></p>`)
      for (const element of [double, single, written]) {
        assert.equal(attribute(element, 'title'), text)
        assert.equal(element.attrs.length, 2)
      }
    }),
    { numRuns: 1000 },
  )
})

test('any text in a title is read back as exactly that text, and so is a text area behind its swallowed line', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.equal(textOf(only(html`<title>${text}</title>`)), text)
      // A browser drops one line feed straight after <textarea>; the one written here is the one it drops.
      const area = only(html`<textarea>\n${text}</textarea>`)
      assert.equal(textOf(area), text)
    }),
    { numRuns: 1000 },
  )
})

test('whatever is put into a link, the browser never leaves for a scheme that runs', () => {
  const schemes = ['javascript:', 'JaVa\tScript:', ' javascript:', 'data:', 'vbscript:', '']
  fc.assert(
    fc.property(anyText, fc.constantFrom(...schemes), (text, scheme) => {
      const link = attribute(only(html`<a href="${scheme + text}">x</a>`), 'href') ?? ''
      const followed = new URL(link, 'https://larkshire.example/decisions')
      assert.match(followed.protocol, /^(https?|mailto|tel|about):$/)
    }),
    { numRuns: 1000 },
  )
})

test('addresses are followed only where they lead somewhere honest', () => {
  const good = [
    'https://www.legislation.gov.uk/uksi/2012/2089',
    'http://a.example/',
    'HTTPS://A.EXAMPLE',
    'mailto:a@b.example',
    'tel:+441632960000',
    '/decisions/12?page=2#minutes',
    '/',
    '?page=2',
    '#minutes',
    '#',
  ]
  const bad = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:x',
    'data:text/html,<script>',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https:///evil.example',
    'file:///etc/passwd',
    'blob:x',
    'decisions/12',
    '',
    'filesystem:x',
    'view-source:x',
  ]
  for (const address of good) {
    assert.equal(href(address), address)
    assert.ok(isSafeAddress(address))
  }
  for (const address of bad) {
    assert.equal(href(address), 'about:invalid', address)
  }
})

test('a script tag in a name stays a name', () => {
  assert.equal(
    html`<p>${'<script>alert("x")</script>'}</p>`.toString(),
    '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>',
  )
})

test('markup nests, arrays join, and nothing is nothing', () => {
  const items = ['Bread & butter', html`<b>jam</b>`]
  assert.equal(
    html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>${null}${undefined}${false}${nothing}${0}${[]}`.toString(),
    '<ul><li>Bread &amp; butter</li><li><b>jam</b></li></ul>0',
  )
})

test('an object that only looks like markup is refused', () => {
  const forged = JSON.parse('{"markup":"<script>"}') as string
  assert.throws(() => html`<p>${forged}</p>`, TypeError)
  const dressed = Object.create(Html.prototype) as Html
  assert.throws(() => html`<p>${dressed}</p>`, TypeError)
  const withToString = { toString: () => '<script>' } as unknown as string
  assert.throws(() => html`<p>${withToString}</p>`, TypeError)
})

test('pence are not shown raw, nor is true', () => {
  assert.throws(() => html`<p>${1500n as unknown as string}</p>`, /a bigint/)
  assert.throws(() => html`<p>${true as unknown as string}</p>`, /a boolean/)
})

test('markup cannot stand in an attribute or a title, nor attributes between tags', () => {
  assert.throws(() => html`<p title="${html`<b>`}"></p>`, /not markup/)
  assert.throws(() => html`<title>${html`<b>x</b>`}</title>`, /not markup/)
  assert.throws(() => html`<p>${attrs({ id: 'a' })}</p>`, /attributes/)
  assert.throws(() => html`<p${'onclick=alert(1)'}></p>`, /Only attrs/)
  assert.throws(() => html`<p ${html`x`}></p>`, /Only attrs/)
})

test('holes in unsafe places are refused when the template is first used', () => {
  const x = 'x'
  const refused: [string, () => Html][] = [
    ['script', () => html`<script>let a = "${x}"</script>`],
    ['script with a false end', () => html`<SCRIPT>"</scripty>" ${x}</SCRIPT>`],
    ['style', () => html`<style>p { color: ${x} }</style>`],
    ['noscript', () => html`<noscript>${x}</noscript>`],
    ['unquoted value', () => html`<p title=${x}></p>`],
    ['part of an unquoted value', () => html`<p title=a${x}></p>`],
    ['value after a space', () => html`<p title= ${x}></p>`],
    ['tag name', () => html`<${x}></p>`],
    ['rest of a tag name', () => html`<h${x}>a</h1>`],
    ['closing tag name', () => html`<p></${x}>`],
    ['rest of a closing tag', () => html`<p></p${x}>`],
    ['attribute name', () => html`<p data-${x}="a"></p>`],
    ['event handler', () => html`<p onclick="${x}"></p>`],
    ['event handler in capitals', () => html`<p OnClick = '${x}'></p>`],
    ['style attribute', () => html`<p style="color: ${x}"></p>`],
    ['srcdoc', () => html`<iframe srcdoc="${x}"></iframe>`],
    ['comment', () => html`<!-- ${x} --><p></p>`],
    ['doctype', () => html`<!doctype ${x}>`],
    ['cdata', () => html`<svg><![CDATA[ ${x} ]]></svg>`],
    ['processing instruction', () => html`<?xml ${x}?>`],
    ['half a tag', () => html`<p title="${x}"`],
    ['half an attribute', () => html`<p title="${x}>`],
    ['open comment', () => html`<p>${x}</p><!-- `],
    ['open text area', () => html`<textarea>${x}`],
    ['start of an address', () => html`<a href="${x}/decisions">a</a>`],
    ['host of an address', () => html`<a href="https://${x}/">a</a>`],
    ['second slash of an address', () => html`<a href="/${x}">a</a>`],
    ['scheme of an address', () => html`<a href="java${x}">a</a>`],
    ['unfinished reference', () => html`<p>&${x};</p>`],
    ['unfinished number', () => html`<p>&#${x};</p>`],
    ['glued attributes', () => html`<p${attrs({ id: 'a' })}title="a"></p>`],
  ]
  for (const [place, render] of refused) {
    if (place === 'rest of a tag name') assert.throws(render, TypeError, place)
    else assert.throws(render, UnsafeTemplate, place)
    assert.throws(render, Error, `${place}, again`)
  }
})

test('holes in safe places are welcome', () => {
  const id = '7'
  assert.equal(html`<a href="/decisions/${id}?q=${id}#${id}">a</a>`.toString(), '<a href="/decisions/7?q=7#7">a</a>')
  assert.equal(html`<a href="#${id}">a</a>`.toString(), '<a href="#7">a</a>')
  assert.equal(html`<a href="https://a.example/${id}">a</a>`.toString(), '<a href="https://a.example/7">a</a>')
  assert.equal(html`1 < 2 ${id}`.toString(), '1 < 2 7')
  assert.match(html`<script src="/a.js"></script><!-- a --><style>p > a {}</style>${id}`.toString(), /7$/)
  assert.equal(html`<input disabled ${attrs({ id })} value="${id}"/>`.toString(), '<input disabled  id="7" value="7"/>')
})

test('attributes leave out nothing, write true bare, guard addresses, and refuse what runs', () => {
  const values = { id: 'a', hidden: true, open: false, title: undefined, lang: null, value: '', 'data-n': 3 }
  assert.equal(
    attrs({ ...values, href: 'javascript:x' }).toString(),
    ' id="a" hidden value="" data-n="3" href="about:invalid"',
  )
  for (const name of ['onclick', 'ONLOAD', 'style', 'srcdoc', 'a b', 'a"', 'a>', '', 'a=b', '<a']) {
    assert.throws(() => attrs({ [name]: 'x' }), UnsafeTemplate, name)
  }
})

test('attributes of any name and value never make more than was asked for', () => {
  fc.assert(
    fc.property(fc.string(), anyText, (name, value) => {
      let element
      try {
        element = only(html`<p${attrs({ [name]: value })}></p>`)
      } catch (error) {
        assert.ok(error instanceof UnsafeTemplate)
        return
      }
      assert.equal(element.attrs.length, 1)
      assert.equal(element.childNodes.length, 0)
    }),
    { numRuns: 1000 },
  )
})

test('class names are put in a row', () => {
  assert.equal(classes('a', false, undefined, '', 'b'), 'a b')
})

test('markup taken on trust is left as it is', () => {
  assert.equal(html`${trustedHtml('<b>')}`.toString(), '<b>')
})
