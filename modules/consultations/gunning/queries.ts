import { z } from 'zod'
import { staff } from '#authority'
import { explain } from '#platform/law.ts'
import { ref } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { findConsultation } from '../store.ts'
import { doneNearby, gunningFacts } from './gather.ts'
import { gunningRules } from './rules/four-principles.ts'
import { groupsHeard, openMindsOf, readingsOf } from './store.ts'

/** What the four rules find, with their working, and what was said for them. It evidences and flags; it judges nothing. */
export const viewEvidence = query({
  name: 'consultations.view-evidence',
  title: 'See the evidence of a fair consultation',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, council, today } = work
    const found = await findConsultation(tx, council, ref)
    if (!found) return missing(`There is no consultation ${ref}.`)
    // Of a draft there is what is said before it opens; what the rules ask about has not happened yet.
    const facts = await gunningFacts(work, found)
    const opened = found.state !== 'draft'
    return done({
      ref,
      title: found.title,
      state: found.state,
      findings: facts && opened ? explain(gunningRules, facts, today) : [],
      nearby: facts ? await doneNearby(work, found, facts.done) : [],
      groups: facts && opened ? facts.groups : [],
      decisions: facts?.decisions ?? [],
      openMinds: await openMindsOf(tx, council, found.consultation),
      heard: await groupsHeard(tx, council, found.consultation),
      readings: (await readingsOf(tx, council, found.consultation)).map(({ account: _, ...one }) => one),
      choices: questionsOf(found.questionnaire)
        .filter(({ kind }) => kind === 'single' || kind === 'multiple')
        .map(({ key, words, options }) => ({ key, words, options })),
    })
  },
})
