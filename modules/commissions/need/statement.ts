import { z } from 'zod'
import { isoDay, optionalText, text, whole } from '#platform/input.ts'
import type { Part } from '../revise.ts'

export const topics = {
  population: 'Population',
  users: 'People who use it',
  spend: 'Spend',
  providers: 'Providers',
  sufficiency: 'Sufficiency',
} as const
export type Topic = keyof typeof topics
export const topicNames = Object.keys(topics) as [Topic, ...Topic[]]

export const units = {
  people: 'people',
  hours: 'hours',
  providers: 'providers',
  places: 'places',
  pence: 'pounds',
  percent: 'per cent',
} as const
export type Unit = keyof typeof units
export const unitNames = Object.keys(units) as [Unit, ...Unit[]]

const id = z
  .string('Give its name within the statement.')
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'Use small letters, digits and hyphens.')

/** A figure of need: of whom, how much, on which day, and who says so. Money in pence. */
export const figureInput = z.object({
  id,
  topic: z.enum(topicNames, 'Choose what the figure is about.'),
  /** Of whom or of what: "Older people", "North". Figures that can be compared have one measure and different cohorts. */
  cohort: text(120),
  measure: text(160),
  value: whole(0, 9_000_000_000_000),
  unit: z.enum(unitNames, 'Choose what is counted.'),
  on: isoDay,
  source: text(300),
})

/** A lot or area of the market: how many bid last time, or are there to bid. */
export const lotInput = z.object({
  id,
  title: text(160),
  bidders: whole(0, 10_000),
  on: isoDay,
  source: text(300),
  says: optionalText(1000).transform((says) => says ?? ''),
})

/** A provider that left, or said that it will. */
export const exitInput = z.object({ id, provider: text(200), on: isoDay, says: text(1000), source: text(300) })

const shape = z.object({
  figures: z.array(figureInput).max(200),
  lots: z.array(lotInput).max(60),
  exits: z.array(exitInput).max(60),
})

export type Figure = z.output<typeof figureInput>
export type Lot = z.output<typeof lotInput>
export type Exit = z.output<typeof exitInput>
/** What is known of need and market, each figure dated and with its source. */
export type NeedStatement = z.output<typeof shape>

export const needPart: Part<NeedStatement> = { name: 'need', from: (document) => shape.parse(document) }

/** Figures that can be drawn side by side: of one measure and unit. */
export function comparable({
  figures,
}: NeedStatement): { topic: Topic; measure: string; unit: Unit; figures: Figure[] }[] {
  const found: { topic: Topic; measure: string; unit: Unit; figures: Figure[] }[] = []
  for (const topic of topicNames) {
    for (const figure of figures.filter((one) => one.topic === topic)) {
      const alike = found.find(
        (one) => one.topic === topic && one.measure === figure.measure && one.unit === figure.unit,
      )
      if (alike) alike.figures.push(figure)
      else found.push({ topic, measure: figure.measure, unit: figure.unit, figures: [figure] })
    }
  }
  return found
}
