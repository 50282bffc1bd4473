/**
 * HTML that is escaped by construction. A `string` is only ever text; markup is a type of its own that only the `html`
 * template makes; and the template refuses holes in places where no escaping is safe.
 *
 *     html`<p class="${name}">Decided by ${post}</p>`
 *
 * A hole takes text (string or number), markup (`Html`), arrays of either, or nothing (null, undefined, false).
 * In a tag it takes `attrs({…})`. In an attribute value it takes text only; where the attribute is an address (`href`,
 * `src`, `action` …) the text passes through `href()` on the way. A `bigint` is refused on purpose: it is pence or
 * minutes, and has to be put into words before anyone reads it.
 */
import { holesOf, isAddressAttribute, isForbiddenAttribute, UnsafeTemplate, type HoleKind } from './html-holes.ts'

export { UnsafeTemplate }

// Given to this file by the classes below, so that nobody else can make either of them.
let makeHtml: (markup: string) => Html
let isMarkup: (value: unknown) => value is Html
let makeAttributes: (written: string) => Attributes
let isAttributes: (value: unknown) => value is Attributes

/** Markup that is safe to send. Made by `html` only; nothing read from JSON or a form can pass for it. */
export class Html {
  readonly #markup: string
  private constructor(markup: string) {
    this.#markup = markup
  }
  static {
    makeHtml = (markup) => new Html(markup)
    isMarkup = (value): value is Html => typeof value === 'object' && value !== null && #markup in value
  }
  toString(): string {
    return this.#markup
  }
}

/** A run of attributes for the inside of a tag, made by `attrs` only. */
export class Attributes {
  readonly #written: string
  private constructor(written: string) {
    this.#written = written
  }
  static {
    makeAttributes = (written) => new Attributes(written)
    isAttributes = (value): value is Attributes => typeof value === 'object' && value !== null && #written in value
  }
  /** Empty, or begins with a space. */
  toString(): string {
    return this.#written
  }
}

/** What a reader may see: plain text, or markup. */
export type Content = string | Html

export type Hole = string | number | Html | Attributes | null | undefined | false | readonly Hole[]

/** A value of an attribute: text, or `true` for a bare attribute, or nothing at all. */
export type AttributeValue = string | number | boolean | null | undefined

const awkward = /[&<>"'\0\r]/
const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser turns a bare carriage return into a line feed, and drops a null; HTML has no way to write a null at all.
  '\r': '&#13;',
  '\0': '\uFFFD',
}

/** The text written so that a browser reads exactly that text, in content or in a quoted attribute. */
const escape = (text: string): string =>
  awkward.test(text) ? text.replace(/[&<>"'\0\r]/g, (c) => references[c] ?? c) : text

/**
 * True for an address that is safe to follow: http, https, mailto, tel, a path of our own from the root, a query or a
 * fragment. Everything else is not: other schemes, `//host`, anything with a control character, or with a space in
 * front (browsers skip both before they read the scheme).
 */
export const isSafeAddress = (address: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is being refused
  !/[\u0000-\u001F\u007F\\]/.test(address) && /^(?:https?:\/\/[^/]|mailto:|tel:|\/(?!\/)|[?#])/i.test(address)

/** The address if it is safe to follow, else `about:invalid`, which leads nowhere: a bad link must not break a page. */
export const href = (address: string): string => (isSafeAddress(address) ? address : 'about:invalid')

/**
 * Attributes for the inside of a tag: ``html`<input${attrs({ id, value, required: true })}>` ``.
 * False, null and undefined are left out, true is written bare, an empty string is kept.
 * @throws UnsafeTemplate for a name that is not one, and for event handlers and `style`
 */
export function attrs(values: Readonly<Record<string, AttributeValue>>): Attributes {
  let written = ''
  for (const name in values) {
    const value = values[name]
    if (value === undefined || value === null || value === false) continue
    const kind = kindOf(name)
    if (value === true) written += ` ${name}`
    else written += ` ${name}="${escape(kind === 'address' ? href(String(value)) : String(value))}"`
  }
  return makeAttributes(written)
}

/** Names that have been looked at. There are few in any program; the limit keeps a fault from filling the memory. */
const knownNames = new Map<string, 'plain' | 'address'>()

function kindOf(name: string): 'plain' | 'address' {
  const known = knownNames.get(name)
  if (known !== undefined) return known
  if (!/^[a-z_][\w:.-]*$/i.test(name)) throw new UnsafeTemplate(`Not the name of an attribute: ${name}`)
  if (isForbiddenAttribute(name)) throw new UnsafeTemplate(`The attribute ${name} is not allowed`)
  const kind = isAddressAttribute(name) ? 'address' : 'plain'
  if (knownNames.size < 1000) knownNames.set(name, kind)
  return kind
}

/** Class names in a row, leaving out what is nothing. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  let row = ''
  for (const name of names) if (name) row += row === '' ? name : ` ${name}`
  return row
}

function content(value: unknown): string {
  if (typeof value === 'string') return escape(value)
  if (isMarkup(value)) return value.toString()
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    let joined = ''
    for (const item of value) joined += content(item)
    return joined
  }
  throw new TypeError(`Not something a page can show: ${describe(value)}`)
}

function plain(value: unknown, kind: 'plain' | 'address'): string {
  if (typeof value === 'string') return escape(kind === 'address' ? href(value) : value)
  if (typeof value === 'number') return String(value)
  if (value === null || value === undefined || value === false) return ''
  throw new TypeError(`Only text can stand in an attribute, a title or a text area, not ${describe(value)}`)
}

function inTag(value: unknown): string {
  if (isAttributes(value)) return value.toString()
  if (value === null || value === undefined || value === false) return ''
  throw new TypeError(`Only attrs({…}) can stand inside a tag, not ${describe(value)}`)
}

const describe = (value: unknown): string =>
  isMarkup(value)
    ? 'markup'
    : isAttributes(value)
      ? 'attributes'
      : Array.isArray(value)
        ? 'an array'
        : `a ${typeof value}`

const known = new WeakMap<TemplateStringsArray, readonly HoleKind[]>()

/**
 * Markup from a template; see the head of this file.
 * @throws UnsafeTemplate on first use, when a hole stands in a tag or attribute name, an unquoted value, a comment, an
 *   event handler, or inside `<script>` or `<style>`
 * @throws TypeError when a hole is given what it cannot hold
 */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let kinds = known.get(parts)
  if (kinds === undefined) {
    kinds = holesOf(parts)
    known.set(parts, kinds)
  }
  let markup = parts[0] ?? ''
  for (let i = 0; i < holes.length; i += 1) {
    const hole = holes[i]
    const kind = kinds[i]
    markup += kind === 'content' ? content(hole) : kind === 'attributes' ? inTag(hole) : plain(hole, kind ?? 'plain')
    markup += parts[i + 1] ?? ''
  }
  return makeHtml(markup)
}

/** Nothing at all, where markup is expected. */
export const nothing: Html = makeHtml('')

/** True when there is something to see: not null, undefined, false, an empty text or empty markup. */
export const isPresent = <T extends Content>(value: T | null | undefined | false): value is T =>
  value !== undefined && value !== null && value !== false && value.toString() !== ''

/**
 * Markup taken on trust, without any check. For the components in `govuk/` and their official fixtures only; a test
 * fails when anything else calls it. Text that anyone typed never passes here.
 */
export const trustedHtml = (markup: string): Html => makeHtml(markup)
