import { attribute, elements, hasClass, nameOf, parseStrictly, spokenOf, wordsOf, type Element } from './tree.ts'

/** What something is called: all of its words, or a pattern of some. */
export type Name = string | RegExp

export type Given = { name: string; bytes: Uint8Array | string; type?: string }

/** How a page is expected to be answered; 200 unless told. */
export type Expecting = { status?: number }

/** Where among several of the same name: within the group of fields that has this legend, or a group within a group. */
export type Within = { in?: Name | Name[] }

export const legends = (within: Within['in']): Name[] => (within === undefined ? [] : [within].flat())

/**
 * Somebody in front of a browser. Things are found by the words that people see, or hear read out; a name that nothing has,
 * or that two different things have, fails. Every page that is reached is looked over (see page-rules.ts), and one that is
 * answered otherwise than expected fails.
 */
export type Visitor = {
  /** Goes to an address. */
  open(path: string, expecting?: Expecting): Promise<void>
  /** Follows the link with these words. */
  follow(link: Name, expecting?: Expecting): Promise<void>
  /** Types into the field with this label, over whatever is there. */
  fill(label: Name, value: string, within?: Within): Promise<void>
  /** Picks a radio button or ticks a box by its label. */
  choose(label: Name, within?: Within): Promise<void>
  /** Unticks a box. */
  leave(label: Name, within?: Within): Promise<void>
  /** Picks from a list by the words of the entry. */
  select(label: Name, option: Name, within?: Within): Promise<void>
  upload(label: Name, ...files: Given[]): Promise<void>
  press(button: Name, expecting?: Expecting): Promise<void>
  /** Presses twice in one breath, as people do when nothing seems to happen. */
  pressTwice(button: Name, expecting?: Expecting): Promise<void>
  /** Takes a file or data from an address, as with a link to it; as text, and as it came. */
  take(path: string): Promise<{ status: number; type: string; body: string; bytes: Uint8Array }>
  /** What stands in the field with this label. */
  typed(label: Name, within?: Within): Promise<string>
  /** The page as it stands now, also after scripts have run. */
  source(): Promise<string>
  /** The path and query of the page. */
  address(): string
  close(): Promise<void>
}

/** A way of visiting: over HTTP alone, or in a browser. `why` is why there is none here. */
export type Driver = { words: string; come(base: string): Promise<Visitor>; why?: string }

/** The main heading of the page. */
export async function heading(visitor: Visitor): Promise<string> {
  const found = (await all(visitor)).find(({ tagName }) => tagName === 'h1')
  return found ? wordsOf(found) : ''
}

/** All words of the page's own part, in one line. */
export async function text(visitor: Visitor): Promise<string> {
  const found = (await all(visitor)).find((one) => attribute(one, 'id') === 'main-content')
  return found ? wordsOf(found) : ''
}

/** What the page says is wrong: the list above the form, or the refusal with its reasons and its way on. */
export async function errors(visitor: Visitor): Promise<string[]> {
  return (await all(visitor)).flatMap((one) => {
    if (hasClass(one, 'govuk-error-summary__list'))
      return elements(one)
        .filter(({ tagName }) => tagName === 'li')
        .map(wordsOf)
    return hasClass(one, 'remit-refusal') ? [wordsOf(one)] : []
  })
}

/** The links of the page's own part. */
export async function links(visitor: Visitor): Promise<{ words: string; href: string }[]> {
  const main = (await all(visitor)).find((one) => attribute(one, 'id') === 'main-content')
  return elements(main ?? parseStrictly('').document).flatMap((one) => {
    const href = one.tagName === 'a' ? attribute(one, 'href') : undefined
    return href === undefined ? [] : [{ words: spokenOf(one), href }]
  })
}

/** What can be chosen in the group of fields with this legend. */
export async function choices(visitor: Visitor, legend: Name): Promise<string[]> {
  const { document } = parseStrictly(await visitor.source())
  const group = elements(document).find((one) => one.tagName === 'fieldset' && called(nameOf(document, one), legend))
  return group
    ? elements(group)
        .filter((one) => ['radio', 'checkbox'].includes(attribute(one, 'type') ?? ''))
        .map((one) => nameOf(document, one))
    : []
}

const all = async (visitor: Visitor): Promise<Element[]> => elements(parseStrictly(await visitor.source()).document)

/** A day in the three boxes of a date question. */
export async function fillDay(visitor: Visitor, legend: Name | Name[], day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  await visitor.fill('Day', String(Number(date)), { in: legend })
  await visitor.fill('Month', String(Number(month)), { in: legend })
  await visitor.fill('Year', year, { in: legend })
}

/** Signs in as one of a demo council's people, by the beginning of the name. */
export async function signIn(visitor: Visitor, name: string): Promise<void> {
  await visitor.open('/sign-in')
  await visitor.press(new RegExp(`^Sign in as ${name}`, 'u'))
}

/** Whether a thing goes by this name. */
export const called = (words: string, name: Name): boolean =>
  typeof name === 'string' ? words === name : name.test(words)
