import { path } from '#platform/page.ts'

export const wordsPath = path('/consultations/:ref/words')
export const withdrawWordsPath = path('/consultations/:ref/words/withdraw')
export const wordsCsvPath = path('/consultations/:ref/words.csv')
export const wordsJsonPath = path('/consultations/:ref/words.json')
export const wordsDeskPath = path('/desk/consultations/:ref/words')
export const readWordsPath = path('/desk/responses/:receipt/words')
