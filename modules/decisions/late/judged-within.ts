import { dated, principle } from '#platform/law.ts'

/**
 * Working days in which a call-in is judged valid or not, where a council's `turns` settle none. No statute says: until it is judged
 * everything that hangs on the clause is suspended, and the days of the hearing already run.
 */
export const judgedWithin = dated<number>('working days in which a call-in is judged', [
  { from: '2000-10-26', value: 2, source: principle('What is suspended is not left to lie') },
])
