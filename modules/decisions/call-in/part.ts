import type { Part } from '../part.ts'
import { writeWindow } from './process.ts'
import { shownOfCallIn } from './public.ts'

/** Scrutiny's power to call a decision in: its window opens with publication. */
export const callInPart: Part = {
  name: 'call-in',
  moved: async (work, { ref }, to) => {
    if (to === 'published') await writeWindow(work, ref)
  },
  shows: (tx, council, decision) => shownOfCallIn(tx, council, decision),
}
