import { summaryList, tag, type ShownFinding } from '#govuk'
import { html, type Content, type Html } from '#platform/html.ts'
import { rulePath } from '#platform/rule-register.ts'
import { partOf, partTitle, type PartValue, type Standing } from '../parts.ts'
import type { ReadClause, ReadingFinding, Span } from '../reading.ts'
import { readingRules } from '../rules/index.ts'
import type { Correction } from '../store.ts'
import { verbWords } from '../words.ts'
import type { Mark } from './marked-text.ts'
import { partWords } from './part-words.ts'
import { correctPath } from './paths.ts'

type Given = { id: string; standing: Standing; corrections: readonly Correction[] }

/** What was read, ready for a page: the marks for the document, the values with their links, and what was found. */
export function shownReading({ id, standing, corrections }: Given): {
  marks: Mark[]
  what: Html
  found: ShownFinding[]
} {
  const marker = markerFor()
  const corrected = new Set(corrections.map(({ part }) => part))
  const given: Shown = { id, standing, corrected, marker }
  const what = html`${summary(given)}
    <h3 class="govuk-heading-s">What was decided</h3>
    ${clauses(given)} ${longTexts(given)}
    <h3 class="govuk-heading-s">Sums</h3>
    ${items(given, 'amounts', 'No sum was found.', 'Add a sum')}
    <h3 class="govuk-heading-s">Signatures</h3>
    ${items(given, 'signatures', 'No signature was found.', 'Add a signature')}`
  return { what, found: standing.findings.map((finding) => foundOf(finding, marker)), marks: marker.marks }
}

type Shown = { id: string; standing: Standing; corrected: ReadonlySet<string>; marker: Marker }

type Marker = { marks: Mark[]; mark(at: Span, label: string, back: string | null): string | null }

/** Numbers the places in the document in the order in which they are spoken of. */
function markerFor(): Marker {
  const marks: Mark[] = []
  return {
    marks,
    mark(at, label, back) {
      if (at[1] <= at[0]) return null
      const id = `w${marks.length + 1}`
      marks.push({ at, id, label, back: back === null ? null : `#${back}` })
      return id
    },
  }
}

const one = [
  'council',
  'identifiers',
  'decisionMaker',
  'makerKind',
  'decidedOn',
  'publishedOn',
  'effectiveFrom',
  'formDate',
  'isKey',
  'subjectToCallIn',
  'status',
  'wards',
  'author',
] as const
const long = ['purpose', 'reasons', 'alternatives', 'conflicts'] as const

const titleOf = (name: string): string => {
  const part = partOf(name)
  return part ? partTitle(part) : name
}

function summary(given: Shown): Html {
  return summaryList({
    rows: (['title', ...one] as const).map((name) => {
      const value: PartValue = given.standing[name]
      return {
        key: titleOf(name),
        value: html`${words(given, name, value)}`,
        actions: { items: actionsOf(given, name, value) },
      }
    }),
  })
}

/** The value, with a tag where a person corrected it, under an id that its words in the document lead back to. */
function words({ corrected }: Shown, name: string, value: PartValue): Html {
  const said = partWords(name, value)
  const content: Content =
    said === null ? html`<span class="remit-quiet">Not found</span>` : html`<span class="remit-said">${said}</span>`
  return html`<span id="${idOf(name)}">${content}</span
    >${corrected.has(name) && html` ${tag({ text: 'Corrected', classes: 'govuk-tag--blue' })}`}`
}

const idOf = (name: string): string => `v-${name.replace('.', '-')}`

function actionsOf(
  { id, marker }: Shown,
  name: string,
  value: PartValue,
): { href: string; text: string; visuallyHiddenText: string }[] {
  const label = titleOf(name)
  const places = placesOf(value)
  const links = places.flatMap((at, n) => {
    const mark = marker.mark(at, label, idOf(name))
    return mark === null
      ? []
      : [
          {
            href: `#${mark}`,
            text: places.length > 1 ? `Words ${n + 1}` : 'Words',
            visuallyHiddenText: `for ${label.toLowerCase()} in the document`,
          },
        ]
  })
  return [...links, { href: correctPath({ id, part: name }), text: 'Correct', visuallyHiddenText: label.toLowerCase() }]
}

function placesOf(value: PartValue): Span[] {
  if (value === null || typeof value === 'string') return []
  return Array.isArray(value) ? value.map(({ at }) => at) : [value.at]
}

function links(given: Shown, name: string, value: PartValue): Html {
  return html`<span class="remit-links"
    >${actionsOf(given, name, value).map(({ href, text, visuallyHiddenText }) => html`<a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden"> ${visuallyHiddenText}</span></a> `)}</span
  >`
}

function clauses(given: Shown): Html {
  const { standing, id } = given
  const there = standing.clauses.flatMap((clause, at) => (clause === null ? [] : [{ clause, name: `clauses.${at}` }]))
  return html`${
      there.length === 0
        ? html`<p class="govuk-body">No operative decision was found.</p>`
        : html`<ol class="govuk-list remit-clauses">
            ${there.map(({ clause, name }) => html`<li>${oneClause(given, clause, name)}</li>`)}
          </ol>`
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${correctPath({ id, part: `clauses.${standing.clauses.length}` })}">Add a clause</a>
    </p>`
}

function oneClause(given: Shown, clause: ReadClause, name: string): Html {
  const { label, text, verb, delegation } = clause
  return html`<div id="${idOf(name)}">
    <p class="govuk-body govuk-!-margin-bottom-1">
      ${tag({ text: verbWords[verb], classes: verb === 'note' || verb === 'consider' || verb === 'recommend' ? 'govuk-tag--grey' : 'govuk-tag--green' })}${
        given.corrected.has(name) && html` ${tag({ text: 'Corrected', classes: 'govuk-tag--blue' })}`
      }
    </p>
    <p class="govuk-body govuk-!-margin-bottom-1">
      ${label !== null && html`<strong>(${label})</strong> `}<span class="remit-said">${text}</span>
    </p>
    ${delegation !== null && delegation.to.length > 0 && html`<p class="govuk-body-s govuk-!-margin-bottom-1">Gives power to: ${delegation.to.join('; ')}</p>`}
    ${delegation !== null && delegation.consulting.length > 0 && html`<p class="govuk-body-s govuk-!-margin-bottom-1">After consulting: ${delegation.consulting.join('; ')}</p>`}
    ${links(given, name, clause)}
  </div>`
}

const longTexts = (given: Shown): Html =>
  html`${long.map((name) => {
    const value: PartValue = given.standing[name]
    return html`<h3 class="govuk-heading-s">${titleOf(name)}</h3>
      <p class="govuk-body govuk-!-margin-bottom-1">${words(given, name, value)}</p>
      <p class="govuk-body">${links(given, name, value)}</p>`
  })}`

function items(given: Shown, list: 'amounts' | 'signatures', none: string, add: string): Html {
  const all: readonly PartValue[] = given.standing[list]
  const there = all.flatMap((value, at) => (value === null ? [] : [{ value, name: `${list}.${at}` }]))
  return html`${
      there.length === 0
        ? html`<p class="govuk-body">${none}</p>`
        : html`<ul class="govuk-list remit-items">
            ${there.map(({ value, name }) => html`<li>${words(given, name, value)} ${links(given, name, value)}</li>`)}
          </ul>`
    }
    <p class="govuk-body">
      <a class="govuk-link" href="${correctPath({ id: given.id, part: `${list}.${all.length}` })}">${add}</a>
    </p>`
}

const rules = new Map(readingRules.map((rule) => [rule.id, rule]))

function foundOf({ rule, weight, says, working, at }: ReadingFinding, marker: Marker): ShownFinding {
  const places = at.flatMap((place) => marker.mark(place, 'what was found', null) ?? [])
  const stated = rules.get(rule)
  return {
    weight,
    working: working?.split('\n'),
    says: html`${says}${places.map((mark, n) => html` <a class="govuk-link" href="#${mark}">${places.length > 1 ? `Words ${n + 1}` : 'Words'}<span class="govuk-visually-hidden"> of this finding in the document</span></a>`)}`,
    ...(stated && { sources: [{ words: `Rule: ${stated.title}`, href: rulePath(rule) }] }),
  }
}
