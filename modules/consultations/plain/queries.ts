import { z } from 'zod'
import { staff } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { packKinds, type Consultation, type PackDocument } from '../consultation.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { findConsultation, packOf } from '../store.ts'
import { hardestOf, longestSentence, readingAgeToWriteFor, scoreOf, type Place } from './score.ts'

const mostListed = 20

/** How easy a consultation's words are to read: what is said of it, its questions and the texts of its pack, as they stand. */
export const viewPlainWords = query({
  name: 'consultations.view-plain-words',
  title: 'See how easy a consultation is to read',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, council, today }, { ref }) {
    const found = await findConsultation(tx, council, ref)
    if (!found) return missing(`There is no consultation ${ref}.`)
    const pack = latest(await packOf(tx, council, found.consultation))
    const parts = [
      { part: 'What it is about', places: aboutIn(found) },
      { part: 'The questions', places: questionsIn(found) },
      ...pack.flatMap(({ title, words }) =>
        words === null ? [] : [{ part: title, places: [{ place: title, text: words }] }],
      ),
    ].filter(({ places }) => places.length > 0)
    const places = parts.flatMap((one) => one.places)
    const longest = longestSentence.entry(today)
    const age = readingAgeToWriteFor.entry(today)
    return done({
      ref,
      title: found.title,
      state: found.state,
      whole: scoreOf(places.map(({ text }) => text)),
      parts: parts.map((one) => ({ part: one.part, ...scoreOf(one.places.map(({ text }) => text)) })),
      hardest: hardestOf(places, longest.value, mostListed),
      writeFor: age.value,
      longest: longest.value,
      source: age.source.title,
      notRead: pack.flatMap(({ title, kind, file }) => (file ? [title || packKinds[kind].title] : [])),
      easyRead: found.wordings.some(({ easyRead, publishedAt }) => easyRead && publishedAt !== null),
    })
  },
})

// Documents are kept in every version; people are shown the last.
const latest = (pack: readonly PackDocument[]): PackDocument[] => [
  ...new Map(pack.map((one) => [`${one.kind} ${one.title}`, one])).values(),
]

const placed = (place: string, text: string | null): Place[] =>
  text === null || text.trim() === '' ? [] : [{ place, text }]

const aboutIn = (c: Consultation): Place[] => [
  ...placed('Its title', c.title),
  ...placed('Why you are consulting', c.why),
  ...placed('Whom it affects', c.affected),
  ...placed('How to get help', c.contact),
]

const questionsIn = ({ questionnaire }: Consultation): Place[] => [
  ...questionnaire.sections.flatMap(({ title, lead }) => placed(`Section “${title}”`, lead)),
  ...[...questionsOf(questionnaire), ...questionnaire.equality].flatMap((one, at) => {
    const place = `Question ${at + 1}`
    return [
      ...placed(place, one.words),
      ...placed(`${place}, its help`, one.help),
      ...[...one.options, ...one.rows].flatMap(({ words }) => placed(`${place}, an answer`, words)),
    ]
  }),
]
