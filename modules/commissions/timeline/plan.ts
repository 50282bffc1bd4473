import type { CallInRule } from '#decisions/rules'
import type { Calendar } from '#platform/days.ts'

/** What a step of a timeline is, as the field speaks of it. `acts` is work that happens on working days only. */
export const stepKinds = {
  research: { title: 'Research and planning' },
  consultation: { title: 'Consultation' },
  specification: { title: 'Specification' },
  market: { title: 'Market engagement' },
  'officer-decision': { title: 'Officer decision' },
  notice: { title: 'Notice of a key decision' },
  cabinet: { title: 'Cabinet decision' },
  'call-in': { title: 'Call-in period' },
  tender: { title: 'Tender' },
  evaluation: { title: 'Evaluation' },
  award: { title: 'Award decision' },
  standstill: { title: 'Standstill' },
  mobilisation: { title: 'Mobilisation' },
  other: { title: 'Other step' },
} as const
export type StepKind = keyof typeof stepKinds
export const stepKindNames = Object.keys(stepKinds) as [StepKind, ...StepKind[]]

/** Under which rules things are bought; each has periods of its own. */
export const regimes = {
  'light-touch': { title: 'Procurement Act 2023, light touch' },
  'procurement-act': { title: 'Procurement Act 2023' },
  'pcr-light-touch': { title: 'Public Contracts Regulations 2015, light touch' },
  'pcr-2015': { title: 'Public Contracts Regulations 2015' },
  psr: { title: 'Provider Selection Regime' },
} as const
export type Regime = keyof typeof regimes
export const regimeNames = Object.keys(regimes) as [Regime, ...Regime[]]

export const lengthUnits = ['days', 'working-days', 'weeks', 'months'] as const
export type Length = { count: number; unit: (typeof lengthUnits)[number] }

export type Step = {
  id: string
  kind: StepKind
  title: string
  /** How long people give it; null for as long as the law asks and no longer, a day where it asks nothing. */
  length: Length | null
  /** The steps that must be over before it starts. */
  after: string[]
  /** The day that somebody has settled; null where it follows from the others. */
  pinned: Temporal.PlainDate | null
  /** How long the council's own papers say that it lasts, where they do. */
  stated: Length | null
  /** What waits for it is blocked until the decision that is named takes effect; no decision yet is null. */
  gate: { decision: string | null; says: string } | null
  /** The day on which it was over, and what shows it. */
  done: { on: Temporal.PlainDate; says: string } | null
}

/** The present arrangement's contract: when it began, its first term, and how much of its option is used, in months. */
export type Ladder = {
  contract: string
  began: Temporal.PlainDate
  firstMonths: number
  optionMonths: number
  usedMonths: number
}

/** A timeline as people settle it; the days of its steps follow (see `schedule`). */
export type Plan = {
  /** The day on which the new service must start. */
  startsOn: Temporal.PlainDate
  regime: Regime
  /** The council's rule of call-in when the plan was made, so that an old plan is always counted as it was. */
  callIn: CallInRule | null
  /** The council's own calendar as it stood then; absent from plans of before it was kept, which know bank holidays alone. */
  calendar?: Calendar | undefined
  ladder: Ladder | null
  steps: Step[]
}

export const lengthWords = ({ count, unit }: Length): string => {
  const name = unit === 'working-days' ? 'working day' : unit.slice(0, -1)
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
