/** What is costly, or worth guessing at. */
export type Counted = 'signIn' | 'upload' | 'search' | 'answer' | 'program'

/**
 * How often one address, and one person who has signed in, may do each of them a minute; one number counts for both.
 */
export type Limits = Record<Exclude<Counted, 'answer' | 'program'>, Limit> & {
  /** Answers to a consultation; a library full of people stands behind one address, and a page of answers is cheap. */
  answer?: Limit
  /** What a program of the council asks of the API by its key, whatever it is. */
  program?: Limit
}

type Limit = number | { address: number; account: number }

/**
 * Nobody guesses a password here, because there are none: these keep one address or person from using up the server. A
 * whole council may stand behind one address, hence the larger numbers there.
 */
export const usualLimits: Required<Limits> = {
  signIn: { address: 60, account: 10 },
  upload: { address: 30, account: 20 },
  search: { address: 120, account: 60 },
  answer: { address: 1200, account: 600 },
  program: { address: 3000, account: 600 },
}
