import { act, dated } from '#platform/law.ts'

/**
 * Arrangements for a specified period of no more than so many months need not be in the list of officers' powers. General knowledge,
 * to be verified: a council that reads it otherwise settles its own figure under "officers-powers-list".
 */
export const officersPowersListed = dated<number>('Months that the list of officers’ powers leaves out', [
  { from: '1986-04-01', value: 6, source: act('Local Government Act 1972', 's100G(2)') },
])
