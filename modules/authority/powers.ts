/**
 * The powers that a mandate can give, as the field speaks of them. `valued` powers count against a ceiling; the others are
 * exercised without spending it. `implement` is the "all other necessary actions" of many decisions: it covers steps that
 * need no power of their own, and never stands in for a valued one.
 */
export const powers = {
  decide: { title: 'Take an executive decision', valued: true },
  'decide-key': { title: 'Take a key decision', valued: true },
  commission: { title: 'Open a commission', valued: false },
  consult: { title: 'Open a consultation', valued: false },
  procure: { title: 'Run a procurement', valued: false },
  award: { title: 'Award a contract', valued: true },
  contract: { title: 'Enter into a contract', valued: true },
  extend: { title: 'Extend a contract', valued: true },
  vary: { title: 'Vary a contract', valued: true },
  terminate: { title: 'End a contract', valued: false },
  grant: { title: 'Award a grant', valued: true },
  admit: { title: 'Admit providers to an arrangement', valued: false },
  commit: { title: 'Commit money', valued: true },
  'publish-notice': { title: 'Publish a notice', valued: false },
  implement: { title: 'Take other steps to carry a decision out', valued: false },
} as const

export type Power = keyof typeof powers

export const powerNames = Object.keys(powers) as [Power, ...Power[]]

/** The powers whose exercise can be recorded by hand. To decide is done by signing a record, and in no other way. */
export const recordable = powerNames.filter((power) => power !== 'decide' && power !== 'decide-key') as [
  Power,
  ...Power[],
]

export const isPower = (name: string): name is Power => Object.hasOwn(powers, name)

/** The power in words: "enter into a contract". */
export const powerWords = (power: Power): string => powers[power].title.toLowerCase()
