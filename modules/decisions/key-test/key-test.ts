import type { Pence } from '#platform/money.ts'

/** Whose function it is. Local choice: Parliament leaves it to the council's constitution (SI 2000/2853). */
export const functionTypes = ['executive', 'non-executive', 'local-choice'] as const
export type FunctionType = (typeof functionTypes)[number]

/** What an officer's decision under a general authorisation does, for it to need a record (SI 2014/2095, reg 7(2)(b)). */
export const effects = ['permission', 'rights', 'contract'] as const
export type Effect = (typeof effects)[number]

/** What is answered to the test for a key decision. Null is what nobody has said. */
export type KeyTest = {
  functionType: FunctionType
  /** What a local-choice function is by the council's constitution; null for the others. */
  exercisedAs: 'executive' | 'non-executive' | null
  authorised: 'express' | 'general' | null
  effects: Effect[]
  perYear: Pence | null
  saving: Pence | null
  savingPerYear: Pence | null
  /** How many wards or divisions it affects. */
  wards: number | null
  /** Whether its effects on people there are likely to be significant. */
  effectSignificant: boolean | null
  /** The answer to the council's own limb. */
  local: boolean | null
}

/** Whether the function is the executive's; a test that nobody has worked is taken for one, because that asks for most. */
export const isExecutive = (test: Pick<KeyTest, 'functionType' | 'exercisedAs'> | null): boolean =>
  test === null || (test.functionType === 'local-choice' ? test.exercisedAs : test.functionType) === 'executive'
