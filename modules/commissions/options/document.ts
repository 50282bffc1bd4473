import { z } from 'zod'
import { optionalText, pence, text, whole } from '#platform/input.ts'
import type { Part } from '../revise.ts'
import { bestScore, optionKindNames, type Appraisal } from './appraisal.ts'

const id = z
  .string('Give its name within the appraisal.')
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'Use small letters, digits and hyphens.')

export const criterionInput = z.object({ id, title: text(120), weight: whole(0, 100) })

export const optionInput = z.object({
  id,
  kind: z.enum(optionKindNames, 'Choose what kind of option it is.'),
  title: text(160),
  says: optionalText(4000).transform((says) => says ?? ''),
  costs: z
    .array(z.object({ year: whole(2000, 2100), pence }))
    .max(30)
    .default([]),
  scores: z
    .array(z.object({ criterion: id, score: whole(0, bestScore), why: text(1000) }))
    .max(20)
    .default([]),
})

export const appraisalShape = z.object({
  question: text(400),
  criteria: z.array(criterionInput).max(10),
  options: z.array(optionInput).max(12),
  recommended: z
    .object({ option: id, because: text(4000) })
    .nullable()
    .default(null),
})

export const optionsPart: Part<Appraisal> = { name: 'options', from: (document) => appraisalShape.parse(document) }
