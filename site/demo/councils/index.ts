import { bury } from './bury.ts'
import { kent } from './kent.ts'
import type { ExampleCouncil } from './parts.ts'
import { southampton } from './southampton.ts'
import { staffordshire } from './staffordshire.ts'

export { bury, kent, southampton, staffordshire }
export type { ExampleCouncil }

/** The councils whose records the project was tried on, each with rules that fit them. */
export const exampleCouncils: ExampleCouncil[] = [bury, staffordshire, kent, southampton]
