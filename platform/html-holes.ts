/**
 * Reads the constant parts of an `html` template as a browser would and says what each hole may hold. Only the parts a
 * programmer wrote are read here, never a value, so the answer is the same for every rendering and is worked out once.
 *
 * States follow the tokenizer of the HTML standard (13.2.5), reduced to what a hole can meet.
 */

/**
 * What a hole accepts. `content`: text or markup between tags. `plain`: text only (a quoted attribute value, or the
 * inside of `<title>` and `<textarea>`). `address`: a whole link address. `attributes`: the result of `attrs()`.
 */
export type HoleKind = 'content' | 'plain' | 'address' | 'attributes'

/** The template itself is wrong, whatever is put into it: a mistake of the programmer, found on first use. */
export class UnsafeTemplate extends Error {
  override name = 'UnsafeTemplate'
}

/** Elements whose inside a browser does not read as markup and in which no escaping is safe. */
const rawElements = new Set(['script', 'style', 'noscript', 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext'])
/** Elements whose inside is text with character references only. */
const textElements = new Set(['title', 'textarea'])

const addressAttributes = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'xlink:href',
  'poster',
  'cite',
  'data',
  'ping',
  'manifest',
  'background',
])

/** The beginning of an address after which nothing can change where it leads. */
const pinnedAddress = /^(?:\/[^/\\]|[?#]|https?:\/\/[^/?#\\\s@]+[/?#]|mailto:|tel:)/i

/** True for an attribute that holds an address a browser may follow or load. */
export const isAddressAttribute = (name: string): boolean => addressAttributes.has(name.toLowerCase())

/**
 * True for an attribute that runs or styles: event handlers, `style`, `srcdoc`, `srcset`. The content security policy
 * would ignore them anyway (`srcset` is merely a list no guard here understands), so they are refused everywhere.
 */
export const isForbiddenAttribute = (name: string): boolean => /^(?:on.*|style|srcdoc|srcset)$/i.test(name)

type State =
  | 'data'
  | 'tag-open'
  | 'tag-name'
  | 'before-name'
  | 'name'
  | 'after-name'
  | 'before-value'
  | 'value'
  | 'after-value'
  | 'unquoted'
  | 'comment'
  | 'declaration'
  | 'raw'
  | 'text'

const space = /[\t\n\f\r ]/

/**
 * The kind of every hole between `parts`.
 * @throws UnsafeTemplate when a hole stands where no escaping would make it safe, or the template ends inside a tag
 */
export function holesOf(parts: readonly (string | undefined)[]): HoleKind[] {
  const kinds: HoleKind[] = []
  let state: State = 'data'
  let element = ''
  let closing = false
  let attribute = ''
  let quote = ''
  let value = ''
  let wholeAddress = false

  const refuse = (why: string): never => {
    throw new UnsafeTemplate(
      `${why}, in: ${parts
        .map((part) => part ?? '')
        .join('${…}')
        .trim()
        .slice(0, 200)}`,
    )
  }

  const hole = (part: string): HoleKind => {
    switch (state) {
      case 'data':
      case 'text':
        if (/&[#\w]*$/.test(part)) refuse('A hole follows an unfinished character reference (write &amp;)')
        return state === 'data' ? 'content' : 'plain'
      case 'value':
        if (!isAddressAttribute(attribute)) return 'plain'
        if (value === '' && !wholeAddress) {
          wholeAddress = true
          return 'address'
        }
        if (wholeAddress || !pinnedAddress.test(value)) {
          refuse(`A hole in ${attribute} must be the whole address, or follow a beginning that fixes where it leads`)
        }
        return 'plain'
      case 'tag-name':
        if (closing) refuse('A hole stands in a closing tag')
        state = 'after-value'
        return 'attributes'
      case 'before-name':
      case 'after-name':
      case 'after-value':
        state = 'after-value'
        return 'attributes'
      case 'tag-open':
        return refuse('A hole stands where a tag name is expected')
      case 'name':
        return refuse('A hole stands in the name of an attribute (attrs after a bare one needs a space)')
      case 'before-value':
      case 'unquoted':
        return refuse(`The value of ${attribute} must be quoted around a hole`)
      case 'comment':
        return refuse('A hole stands in a comment')
      case 'declaration':
        return refuse('A hole stands in a declaration')
      case 'raw':
        return refuse(`A hole stands inside <${element}>`)
    }
  }

  const openTagEnds = () => {
    state = closing ? 'data' : rawElements.has(element) ? 'raw' : textElements.has(element) ? 'text' : 'data'
  }

  const nameEnds = () => {
    if (isForbiddenAttribute(attribute)) refuse(`The attribute ${attribute} is not allowed`)
  }

  parts.forEach((part, at) => {
    if (part === undefined) return refuse('The template has an invalid escape sequence')
    for (let i = 0; i < part.length; i += 1) {
      const c = part.charAt(i)
      switch (state) {
        case 'data':
          if (c !== '<') break
          if (part.startsWith('<!--', i)) {
            state = 'comment'
            i += 3
          } else if (/^<!doctype/i.test(part.slice(i, i + 9))) state = 'declaration'
          else if (/^<[!?]/.test(part.slice(i, i + 2))) refuse('Only a comment or a doctype may follow <!')
          else if (part.charAt(i + 1) === '/') {
            state = 'tag-open'
            closing = true
            element = ''
            i += 1
          } else if (i + 1 === part.length || /[a-zA-Z]/.test(part.charAt(i + 1))) {
            state = 'tag-open'
            closing = false
            element = ''
          }
          break
        case 'tag-open':
          if (!/[a-zA-Z]/.test(c)) refuse('A tag has no name')
          state = 'tag-name'
          element = c.toLowerCase()
          break
        case 'tag-name':
          if (c === '>') openTagEnds()
          else if (space.test(c) || c === '/') state = 'before-name'
          else element += c.toLowerCase()
          break
        case 'after-value':
          if (c === '>') openTagEnds()
          else if (space.test(c) || c === '/') state = 'before-name'
          else refuse('A space is missing between attributes')
          break
        case 'before-name':
          if (c === '>') openTagEnds()
          else if (!space.test(c) && c !== '/') {
            state = 'name'
            attribute = c.toLowerCase()
          }
          break
        case 'name':
        case 'after-name':
          if (c === '=') {
            nameEnds()
            state = 'before-value'
          } else if (c === '>') {
            nameEnds()
            openTagEnds()
          } else if (space.test(c) || c === '/') {
            if (state === 'name') nameEnds()
            state = c === '/' ? 'before-name' : 'after-name'
          } else if (state === 'name') attribute += c.toLowerCase()
          else {
            state = 'name'
            attribute = c.toLowerCase()
          }
          break
        case 'before-value':
          if (c === '"' || c === "'") {
            state = 'value'
            quote = c
            value = ''
            wholeAddress = false
          } else if (c === '>') refuse(`The attribute ${attribute} has no value`)
          else if (!space.test(c)) state = 'unquoted'
          break
        case 'value':
          if (c === quote) state = 'after-value'
          else {
            if (wholeAddress) refuse(`A hole in ${attribute} must be the whole address`)
            value += c
          }
          break
        case 'unquoted':
          if (c === '>') openTagEnds()
          else if (space.test(c)) state = 'before-name'
          break
        case 'comment':
          if (part.startsWith('-->', i)) {
            state = 'data'
            i += 2
          }
          break
        case 'declaration':
          if (c === '>') state = 'data'
          break
        case 'raw':
        case 'text':
          if (c === '<' && new RegExp(`^</${element}[\\s/>]`, 'i').test(part.slice(i))) {
            state = 'tag-name'
            closing = true
            i += element.length + 1
          }
          break
      }
    }
    if (at < parts.length - 1) kinds.push(hole(part))
  })

  if (state !== 'data') refuse(`The template ends inside ${['raw', 'text'].includes(state) ? `<${element}>` : 'a tag'}`)
  return kinds
}
