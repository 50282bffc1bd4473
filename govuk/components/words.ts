import { attrs, Html, isPresent, type Attributes, type AttributeValue, type Content } from '#platform/html.ts'

/** What nearly every component takes: more classes, and more attributes for its outermost element. */
export type Classed = {
  classes?: string | undefined
  attributes?: Readonly<Record<string, AttributeValue>> | undefined
}

/** Words with classes or attributes of their own. */
export type Worded = Classed & { text?: Content | undefined }

/** Words on a page: text or markup, or either with classes and attributes. */
export type Words = Content | Worded

/** An entry that may be left out of a list on the spot: `canAward && { … }`. */
export type Perhaps<T> = T | null | undefined | false

export const isWorded = (words: Words): words is Worded => typeof words === 'object' && !(words instanceof Html)

/** The long form of words. */
export const worded = (words: Words | undefined): Worded =>
  words === undefined ? {} : isWorded(words) ? words : { text: words }

/** The words themselves when there are any, else undefined. */
export const textOf = (words: Words | undefined): Content | undefined => {
  const { text } = worded(words)
  return isPresent(text) ? text : undefined
}

/** A caller's own attributes, ready for a tag. They come last, so they never replace what the component sets. */
export const more = (attributes: Classed['attributes']): Attributes | null => (attributes ? attrs(attributes) : null)

/** The entries that are there. */
export const kept = <T>(items: readonly Perhaps<T>[] | undefined): readonly T[] =>
  (items ?? []).filter((item): item is T => Boolean(item))

/** `data-i18n` attributes by which a component's script learns its words: one message, or one for each plural. */
export function i18n(
  key: string,
  message: string | Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  if (message === undefined || message === '') return {}
  if (typeof message === 'string') return { [`data-i18n.${key}`]: message }
  return Object.fromEntries(Object.entries(message).map(([plural, words]) => [`data-i18n.${key}.${plural}`, words]))
}

/** Ids in a row for `aria-describedby`; undefined when there is none, so that the attribute is left out. */
export const ids = (...names: readonly (string | undefined | false)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined
