import { z } from 'zod'
import { officer, settingOn } from '#authority'
import { publishSafely, type Counted, type Shown } from '#consultations'
import { ref, text, uuid, whole } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { findMember, noteDescribed } from './people-store.ts'
import {
  countAnswers,
  countedBehind,
  insertRelease,
  measuresOf,
  putMeasure,
  releasesOf,
  talliesOf,
  type Measure,
} from './store.ts'
import { runners, theOpenNetwork } from './the-network.ts'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/u, 'Use small letters, digits and hyphens.')

/** Says by what the members are compared with the people of the area, and where those shares are taken from. */
export const compareBy = useCase({
  name: 'networks.compare-by',
  title: 'Compare the network with the people of the area',
  may: [officer],
  input: z.object({
    ref,
    measure: slug,
    title: text(100),
    source: text(300),
    answers: z
      .array(z.object({ answer: slug, title: text(100), share: whole(0, 10_000) }))
      .min(2, 'Give at least two answers.')
      .max(30),
  }),
  async run(work, { ref: number, ...measure }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const all = measure.answers.reduce((sum, { share }) => sum + share, 0)
    if (all !== 10_000) return invalid({ answers: `The shares add up to ${all / 100}%, and have to make 100%.` })
    if (new Set(measure.answers.map(({ answer }) => answer)).size !== measure.answers.length)
      return invalid({ answers: 'An answer stands twice.' })
    const known = (await measuresOf(work.tx, work.actor.council, outcome.value.network)).find(
      (one) => one.measure === measure.measure,
    )
    const gone = known?.answers.filter(({ answer }) => !measure.answers.some((one) => one.answer === answer)) ?? []
    if (gone.length)
      return refused(
        'Answers that people may have given cannot be taken away.',
        gone.map(({ title }) => `“${title}” is missing.`),
        'Keep them, or compare by something new.',
      )
    await putMeasure(work.tx, work.actor.council, outcome.value.network, measure)
    return done({ measure: measure.measure })
  },
})

/** What somebody who would rather not say is counted under. */
export const notSaid = 'not-said'

/**
 * Counts how a member describes themselves, once a year. The counts go up and nothing else is kept: not who said what, and neither
 * the journal nor the member's record knows it. Everybody is counted under each measure, if only as not having said.
 */
export const describe = useCase({
  name: 'networks.describe',
  title: 'Count how a member describes themselves',
  may: runners,
  input: z.object({ ref, member: uuid, answers: z.array(z.object({ measure: slug, answer: slug })).max(20) }),
  remembers: ({ ref: number }) => ({ ref: number }),
  async run(work, { ref: number, member, answers }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const { network } = outcome.value
    if (!(await findMember(tx, council, network, member))) return missing('There is no such member.')
    const measures = await measuresOf(tx, council, network)
    const wrong = answers.find(
      ({ measure, answer }) =>
        answer !== notSaid
        && !measures.some((one) => one.measure === measure && one.answers.some((each) => each.answer === answer)),
    )
    if (wrong) return invalid({ answers: 'Choose from the answers that are there.' })
    if (!(await noteDescribed(tx, council, member, today.year)))
      return refused(
        `They have described themselves in ${today.year}.`,
        'Which answers they gave is not known, so they cannot be changed.',
        'Ask again next year.',
      )
    await countAnswers(
      tx,
      council,
      network,
      today.year,
      measures.map(({ measure }) => ({
        measure,
        answer: answers.find((one) => one.measure === measure)?.answer ?? notSaid,
      })),
    )
    return done({ counted: measures.length })
  },
})

export type Represented = {
  people: number | null
  measures: {
    measure: string
    title: string
    source: string
    answers: { title: string; share: number; people: number | null }[]
  }[]
  not: string[]
}

/** The tallies of a year as the disclosure rules take them: one way at a time, everybody under every measure. */
function counted(measures: Measure[], tallies: { measure: string; answer: string; people: number }[]): Counted {
  const of = (measure: string, answer: string) =>
    tallies.find((one) => one.measure === measure && one.answer === answer)?.people ?? 0
  const oneWay = measures.map(({ measure, answers }) => ({
    key: measure,
    counts: [...answers.map(({ answer }) => of(measure, answer)), of(measure, notSaid)],
  }))
  return {
    people: Math.max(0, ...oneWay.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0))),
    oneWay,
    twoWay: [],
  }
}

export function represented(measures: Measure[], shown: Shown): Represented {
  return {
    people: shown.people,
    not: shown.not,
    measures: measures.flatMap(({ measure, title, source, answers }) => {
      const cells = shown.oneWay.find(({ key }) => key === measure)?.cells
      if (!cells) return []
      return [
        {
          measure,
          title,
          source,
          answers: [
            ...answers.map((one, at) => ({ title: one.title, share: one.share, people: cells[at] ?? null })),
            { title: 'Not said', share: 0, people: cells[answers.length] ?? null },
          ],
        },
      ]
    }),
  }
}

/** Makes what may be published of the year's tallies and publishes it: one way at a time, small numbers withheld. */
export const publishRepresentation = useCase({
  name: 'networks.publish-representation',
  title: 'Publish who is in the network',
  may: [officer],
  input: z.object({ ref, year: whole(2000, 2199) }),
  async run(work, { ref: number, year }) {
    const outcome = await theOpenNetwork(work, number)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const { network } = outcome.value
    const rule = await settingOn(tx, council, 'small-numbers', today)
    if (!rule)
      return refused(
        'The council has not settled how it publishes small numbers.',
        [],
        'Add it to the constitution: a threshold of 10 is usual, and never less than 5.',
      )
    const measures = await measuresOf(tx, council, network)
    const counts = counted(measures, await talliesOf(tx, council, network, year))
    const before = await countedBehind<{ counts: Counted; shown: Shown }>(tx, council, network)
    const shown = publishSafely(
      counts,
      rule.value,
      before.filter((one) => one.year === year).map(({ counted: { counts: counted, shown } }) => ({ counted, shown })),
    )
    if (shown.people === null)
      return refused('Nothing can be published yet.', shown.not, 'Wait until more members have described themselves.')
    const release = (before.at(-1)?.release ?? 0) + 1
    await insertRelease(tx, council, network, {
      release,
      year,
      on: today,
      counted: { counts, shown },
      shown: represented(measures, shown),
    })
    return done({ release })
  },
})

/** What was published last, or null. */
export const lastPublished = async (tx: Parameters<typeof releasesOf>[0], council: string, network: string) =>
  (await releasesOf<Represented>(tx, council, network))[0] ?? null
