import type { Clause, Decision } from '../decision.ts'
import { parsePounds, pounds } from '#platform/money.ts'
import type { Passage } from './rendition.ts'

/** Where something is withheld: in a field of the record or one of its clauses, a whole paper, its value, or the ceiling of a grant. */
export const fieldPlaces = [
  'purpose',
  'reasons',
  'alternatives',
  'conflicts',
  'dispensations',
  'author',
  'wards',
  'key-reasoning',
] as const
/** Amounts are withheld wherever they are said: as a figure of the record, in words, and in what could be reckoned from them. */
export const amountPlaces = ['value', 'ceiling'] as const
export type AmountPlace = (typeof amountPlaces)[number]
export const isAmount = (place: Place): place is AmountPlace => place === 'value' || place === 'ceiling'

export type FieldPlace = (typeof fieldPlaces)[number]
export type Place = FieldPlace | 'clause' | 'paper' | AmountPlace

/** `confidential`: the public must not have it, by statute or court order or on the terms of a government department. `exempt`: it may be withheld. */
export type RestrictionKind = 'confidential' | 'exempt'

/** A ground as it is printed: "7A" and "3" for a council's own code that stands under paragraph 3. */
export type Ground = { code: string; paragraph: number; words: string }

export type PublicVersion = { sha256: string; name: string; mediaType: string; size: string }

/** What is withheld, why, by whom, and when it is looked at again. Only a day, a name and a reason end it: it is lifted, never deleted. */
export type Restriction = {
  restriction: string
  place: Place
  clause: string | null
  paper: string | null
  /** The grant whose ceiling it is. */
  grant: string | null
  /** The words as they stood, or the sum as it is printed; null for a whole paper. */
  passage: string | null
  kind: RestrictionKind
  paragraphs: Ground[]
  publicInterest: string
  decidedBy: string
  decidedOn: Temporal.PlainDate
  reviewOn: Temporal.PlainDate | null
  publicVersion: PublicVersion | null
  addedBy: string
  liftedOn: Temporal.PlainDate | null
  liftedBy: string | null
  liftedBecause: string | null
}

export const fieldWords: Record<FieldPlace, string> = {
  purpose: 'what it is for',
  reasons: 'the reasons',
  alternatives: 'the alternatives',
  conflicts: 'the conflicts of interest',
  dispensations: 'the dispensations',
  author: 'the author',
  wards: 'the wards',
  'key-reasoning': 'why it is key or not',
}

/** What the public is told of a restriction; never the words themselves. */
export type PublicRestriction = {
  where: string
  kind: RestrictionKind
  grounds: string
  publicInterest: string
  decidedBy: string
  decidedOn: string
  reviewOn: string | null
}

/** "paragraph 3, financial or business affairs"; "code 7A (paragraph 3), obligation of confidence"; "confidential information". */
export const groundWords = ({ code, paragraph, words }: Ground): string =>
  code === String(paragraph) ? `paragraph ${code}, ${words}` : `code ${code} (paragraph ${paragraph}), ${words}`

export const restrictionWords = ({ kind, paragraphs }: Pick<Restriction, 'kind' | 'paragraphs'>): string =>
  [...(kind === 'confidential' ? ['confidential information'] : []), ...paragraphs.map(groundWords)].join('; ')

/** Restrictions as the rendition needs them. Those of whole papers withhold no words. */
export const passagesOf = (restrictions: readonly Restriction[]): Passage[] =>
  restrictions.flatMap((one) => {
    if (one.passage === null) return []
    const pence = isAmount(one.place) ? parsePounds(one.passage) : null
    return [{ passage: one.passage, says: restrictionWords(one), ...(pence === null ? {} : { pence }) }]
  })

/** What stands at a place of a record now; null where nothing does. */
export function textAt(d: Decision, place: Place, clause: string | null, grant: string | null = null): string | null {
  switch (place) {
    case 'value':
      return d.value?.kind === 'stated' ? pounds(d.value.pence) : null
    case 'ceiling': {
      const ceiling = d.clauses.flatMap(({ grants }) => grants).find((one) => one.grant === grant)?.ceiling
      return ceiling?.pence == null ? null : pounds(ceiling.pence)
    }
    case 'key-reasoning':
      return d.keyReasoning
    case 'clause':
      return d.clauses.find((one) => one.clause === clause)?.words ?? null
    case 'paper':
      return null
    default:
      return d[place]
  }
}

/** Where it is, in words: "the reasons", "clause (b)". */
export function placeWords(
  d: { clauses: readonly (Pick<Clause, 'clause' | 'label'> & { grants?: readonly { grant: string }[] })[] },
  { place, clause, grant = null }: Pick<Restriction, 'place' | 'clause'> & { grant?: string | null },
  paperTitle?: string,
): string {
  if (place === 'paper') return paperTitle === undefined ? 'a paper' : `the paper “${paperTitle}”`
  if (place === 'value') return 'its value'
  if (place === 'ceiling') {
    const label = d.clauses.find(({ grants }) => grants?.some((one) => one.grant === grant))?.label
    return label ? `the ceiling of clause (${label})` : 'the ceiling of what a clause gives'
  }
  if (place !== 'clause') return fieldWords[place]
  const label = d.clauses.find((one) => one.clause === clause)?.label
  return label ? `clause (${label})` : 'a clause without a letter'
}
