import { met, notMet, principle, rule } from '#platform/law.ts'

/** A correction as it is proposed, with the titles of posts that the council knows. */
export type CorrectionFacts = { said: string; shouldSay: string; posts: readonly string[] }

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}’']+|[£$€%]/gu) ?? []

/** The words that one text has and the other has not, counted. */
export function differing(said: string, shouldSay: string): { gone: string[]; come: string[] } {
  const left = wordsOf(said)
  const come: string[] = []
  for (const word of wordsOf(shouldSay)) {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    else come.push(word)
  }
  return { gone: left, come }
}

const figures = /\p{N}|[£$€%]/u
const numbersInWords =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|double|twice|nil|none|no)$/u
const times =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|days?|weeks?|months?|years?|annual|annum)$/u
const deciding =
  /^(?:approv|authoris|authoriz|delegat|agree|note|noting|consider|recommend|refus|reject|defer|award|extend|terminat|revok|suspend|withdraw)/u
const turning =
  /^(?:not|never|no|nor|without|unless|except|excluding|including|only|must|shall|may|should|cannot|can’t|can't|all|any|each|every|before|after|until|from|or|and|either|both|subject)$/u
const mostWords = 8

/**
 * A clerical error is one of writing: a misspelt word, a wrong letter, a word left out. What changes the sum, the day, who
 * decides, what is decided or on what condition is another decision, and has to be taken as one.
 */
export const correctionIsClerical = rule<CorrectionFacts>({
  id: 'correction-is-clerical',
  title: 'A correction changes the writing and not the decision',
  source: principle('What was decided is changed by a decision'),
  from: '2000-01-01',
  check: ({ said, shouldSay, posts }) => {
    const { gone, come } = differing(said, shouldSay)
    const changed = [...gone, ...come]
    const next = ' That changes the decision: take a new one that supersedes it.'
    const some = (pattern: RegExp) => changed.find((word) => pattern.test(word))
    const figure = some(figures) ?? some(numbersInWords)
    if (figure !== undefined)
      return notMet(`“${figure}” is a figure: sums, dates, numbers and ceilings are never clerical.${next}`)
    const time = some(times)
    if (time !== undefined) return notMet(`“${time}” is a time: dates and periods are never clerical.${next}`)
    const verb = some(deciding)
    if (verb !== undefined)
      return notMet(`“${verb}” says what is decided: a verb of decision is never clerical.${next}`)
    const turn = some(turning)
    if (turn !== undefined) return notMet(`“${turn}” can turn the sense of a sentence.${next}`)
    const post = posts.find(
      (title) =>
        said.toLowerCase().includes(title.toLowerCase()) !== shouldSay.toLowerCase().includes(title.toLowerCase()),
    )
    if (post !== undefined)
      return notMet(`“${post}” is a post of the council: who decides or is given power is never clerical.${next}`)
    if (changed.length > mostWords * 2 || gone.length > mostWords || come.length > mostWords)
      return notMet(
        `${Math.max(gone.length, come.length)} words are changed; a slip of the pen is ${mostWords} at most.${next}`,
      )
    return met(
      changed.length === 0
        ? 'Only spacing, case or punctuation is changed.'
        : `${Math.max(gone.length, come.length)} ${Math.max(gone.length, come.length) === 1 ? 'word is' : 'words are'} changed, and none that decides anything.`,
    )
  },
  examples: [
    { given: 'a misspelt name', facts: { said: 'Jonatan Rowley', shouldSay: 'Jonathan Rowley', posts: [] }, met: true },
    { given: 'a full stop', facts: { said: 'families They', shouldSay: 'families. They', posts: [] }, met: true },
    { given: 'a larger sum', facts: { said: 'up to £500,000', shouldSay: 'up to £550,000', posts: [] }, met: false },
    { given: 'another month', facts: { said: 'until March', shouldSay: 'until April', posts: [] }, met: false },
    {
      given: 'approved for noted',
      facts: { said: 'noted the bid', shouldSay: 'approved the bid', posts: [] },
      met: false,
    },
    {
      given: 'a condition dropped',
      facts: { said: 'only after consultation', shouldSay: 'following consultation', posts: [] },
      met: false,
    },
    {
      given: 'another post',
      facts: { said: 'the Director of Adults', shouldSay: 'the Head of Adults', posts: ['Director of Adults'] },
      met: false,
    },
    {
      given: 'a sentence rewritten',
      facts: {
        said: 'People asked for choice.',
        shouldSay: 'Families told us that they wanted places nearer to home with better transport links',
        posts: [],
      },
      met: false,
    },
  ],
})
