import { si, type Citation } from '#platform/law.ts'
import type { Reading, Span } from '../../reading.ts'
import { wasDecided } from './clauses.ts'
import { placeOf, plainText } from './plain-text.ts'
import type { Found } from './reading-rule.ts'

/** The part of a record that statute asks for, and where it asks, by who made the decision. */
export type Element = 'reasons' | 'alternatives' | 'conflicts'

/**
 * The provision that asks this record for an element; null where none is known to: bodies outside the executive, makers
 * that could not be told, pages that were not made as a record of a decision. An officer's decision may be an executive
 * one (SI 2012/2089) or the council's own (SI 2014/2095, reg 7), which asks for alternatives "if any".
 */
export function askedBy(reading: Reading): { citation: Citation; sure: boolean } | null {
  if (!wasDecided(reading)) return null
  if (reading.makerKind === 'cabinet') return { citation: si('2012/2089', 'reg 12(2)'), sure: true }
  if (reading.makerKind === 'member') return { citation: si('2012/2089', 'reg 13(2)'), sure: true }
  if (reading.makerKind === 'officer') return { citation: si('2012/2089', 'reg 13(4)'), sure: false }
  return null
}

/**
 * What to say where an element was not read: a warning, or only a note where the record touches on the matter elsewhere
 * or may be of a kind that need not hold it.
 */
export function missing(
  reading: Reading,
  element: { name: string; nil: string | null; touched: RegExp },
  asked: { citation: Citation; sure: boolean },
): Found[] {
  const touched = placeOf(plainText(reading), element.touched)
  const whose = reading.decisionMaker?.at ?? reading.decidedOn?.at ?? reading.clauses[0]?.at
  const maker: Span[] = whose ? [whose] : []
  const ifExecutive = asked.sure ? '' : ', if this was an executive decision'
  return [
    {
      weight: asked.sure && !touched ? 'warning' : 'note',
      says:
        `The record shows no ${element.name}; ${asked.citation.words} asks for them${ifExecutive}.`
        + `${element.nil ? ` Where there were none it should say so: “${element.nil}”.` : ''}`,
      working: [
        ...(touched
          ? [
              `The text touches on the matter (“${plainText(reading).slice(...touched)}”), but not as part of the record.`,
            ]
          : []),
        'They may stand in a report that is not part of this text.',
      ],
      at: touched ? [touched] : maker,
    },
  ]
}
