import { met, notApplicable, notMet, rule, si, type Rule } from '#platform/law.ts'
import { aRecord, type RecordFacts } from '../record-facts.ts'

/**
 * What the record of an executive decision must contain, each present or positively nil (SI 2012/2089, reg 12 for bodies and
 * reg 13 for members and officers). A blank is not a nil: somebody has to say that there was nothing.
 */
function element(
  field: 'reasons' | 'alternatives' | 'conflicts' | 'dispensations',
  id: string,
  title: string,
  says: { there: string; blank: string },
): Rule<RecordFacts> {
  return rule<RecordFacts>({
    id,
    title,
    source: [si('2012/2089', 'reg 12(2)'), si('2012/2089', 'reg 13')],
    from: '2012-09-10',
    // What is not the executive’s is recorded under other regulations, or in minutes, and never under both.
    check: (record) =>
      !record.executive ? notApplicable : record[field]?.trim() ? met(says.there) : notMet(says.blank),
    examples: [
      { given: `${field} are recorded`, facts: aRecord(), met: true },
      { given: `${field} are blank`, facts: aRecord({ [field]: null }), met: false },
      { given: `${field} hold only spaces`, facts: aRecord({ [field]: '  ' }), met: false },
    ],
  })
}

/** Reasons for the decision. */
export const reasonsAreGiven = element(
  'reasons',
  'gate-reasons-are-given',
  'The record gives the reasons for the decision',
  { there: 'Reasons are given.', blank: 'No reasons are given. Say why this is decided.' },
)

/** Alternatives considered and rejected, or that there were none. */
export const alternativesAreGiven = element(
  'alternatives',
  'gate-alternatives-are-given',
  'The record gives the alternatives considered and rejected, or says there were none',
  {
    there: 'Alternatives are given, or it says that there were none.',
    blank:
      'Nothing is said about alternatives. Give those that were considered and rejected, or say that there were none.',
  },
)

/** Conflicts of interest declared, or that none were. */
export const conflictsAreStated = element(
  'conflicts',
  'gate-conflicts-are-stated',
  'The record states the conflicts of interest declared, or that none were',
  {
    there: 'Conflicts are stated, or it says that none were declared.',
    blank: 'Nothing is said about conflicts of interest. State them, or say that none were declared.',
  },
)

/** Dispensations granted by the head of paid service, or that none were. */
export const dispensationsAreStated = element(
  'dispensations',
  'gate-dispensations-are-stated',
  'The record notes any dispensation granted, or that none was',
  {
    there: 'Dispensations are noted, or it says that none were given.',
    blank: 'Nothing is said about dispensations. Note them, or say that none were given.',
  },
)
