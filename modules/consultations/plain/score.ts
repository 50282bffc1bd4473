import { dated, principle } from '#platform/law.ts'

// To be verified: nobody has read the two figures in the guidance itself for this.
const govuk = principle(
  'GOV.UK content guidance: write for a reading age of 9, and in sentences of no more than 25 words',
)

/** The reading age to write for. */
export const readingAgeToWriteFor = dated('reading age to write for', [{ from: '2013-01-01', value: 9, source: govuk }])
/** How many words a sentence should have at the most. */
export const longestSentence = dated('words of a sentence', [{ from: '2013-01-01', value: 25, source: govuk }])

/** Where the formula is from, as the page says it. */
export const formula =
  'Flesch–Kincaid grade: 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid, Fishburne, Rogers and Chissom, 1975). A grade of school plus 5 is the age.'

const gradeToAge = 5
/** Fewer words say nothing of how a text reads. */
export const leastWords = 30

/** A text and where it stands. */
export type Place = { place: string; text: string }
export type Hard = { place: string; sentence: string; words: number; longWords: string[] }
export type Score = { words: number; sentences: number; longWords: number; age: number | null }

/** Splits a text into sentences: at the marks that end one, and at the end of each line, since a heading or an item has no full stop. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/\n+/u)
    .flatMap((line) => line.split(/(?<=[.!?]["”’)]*)\s+(?=["“‘(]?\p{Lu})/u))
    .map((one) => one.trim())
    .filter((one) => /\p{L}/u.test(one))

const wordsIn = (sentence: string): string[] => sentence.match(/\p{L}[\p{L}'’]*/gu) ?? []

/** Syllables by the usual rule of thumb: groups of vowels, without a silent e at the end. It errs on single words and evens out over a text. */
export function syllablesOf(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/gu, '')
  const spoken = letters.replace(/(?:[^laeiouy]es|[^aeiouytd]ed|[^laeiouy]e)$/u, (end) => end.slice(0, 1))
  return Math.max(1, spoken.match(/[aeiouy]+/gu)?.length ?? 1)
}

const isLong = (word: string): boolean => syllablesOf(word) >= 3

/** How a text reads by the formula; no age where it is too short to tell. Never below 5, which is where school begins. */
export function scoreOf(texts: readonly string[]): Score {
  const sentences = texts.flatMap(sentencesOf).map(wordsIn)
  const words = sentences.flat()
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
  return {
    words: words.length,
    sentences: sentences.length,
    longWords: words.filter(isLong).length,
    age: words.length < leastWords ? null : Math.max(gradeToAge, Math.round(grade + gradeToAge)),
  }
}

/** The sentences that are hardest to read, each with its place: too long ones, and those with many long words, the worst first. */
export function hardestOf(places: readonly Place[], longest: number, most: number): Hard[] {
  return places
    .flatMap(({ place, text }) =>
      sentencesOf(text).map((sentence) => {
        const words = wordsIn(sentence)
        return { place, sentence, words: words.length, longWords: [...new Set(words.filter(isLong))] }
      }),
    )
    .filter(({ words, longWords }) => words > longest || (longWords.length >= 4 && longWords.length * 3 > words))
    .toSorted((a, b) => hardness(b) - hardness(a))
    .slice(0, most)
}

const hardness = ({ words, longWords }: Hard): number => words + 2 * longWords.length
