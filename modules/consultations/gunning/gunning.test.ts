import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editDraft, propose, putClause, sign, startDraft, viewRecord } from '#decisions'
import { isRule } from '#platform/law.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { answerTheme, codeResponse, putCode, putTheme, setSecondCoding } from '../analysis/index.ts'
import { answered, drafted } from '../examples.ts'
import { closeConsultation, markAnalysed, markReported, openConsultation } from '../use-cases.ts'
import { heardBefore } from '../trace.ts'
import { viewEvidence } from './queries.ts'
import { gunningRules, restsOnAnswers } from './rules/four-principles.ts'
import { acknowledgeReport, stateOptions, tieGroup } from './say.ts'

const world = await aCouncil({ on: '2022-09-05' })
const [priya, ada, desmond] = [world.as('Priya'), world.as('Ada'), world.as('Desmond')]

test('every example of every rule says what it should', () => {
  for (const one of [...gunningRules, restsOnAnswers]) assert.ok(isRule(one))
  for (const { check, examples } of gunningRules)
    for (const { given, facts, met } of examples) assert.equal(check(facts).outcome, met ? 'met' : 'not-met', given)
  for (const { given, facts, met } of restsOnAnswers.examples)
    assert.equal(restsOnAnswers.check(facts).outcome, met ? 'met' : 'not-met', given)
})

/** An officer's decision of Priya's for Ada to make, proposed, on the criteria that people are asked about. */
async function proposed(): Promise<{ ref: string; clause: string }> {
  let { ref, version } = must(await world.does(priya, startDraft, { title: 'Criteria for short breaks' }))
  ;({ version } = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: {
        maker: 'director-adults',
        subject: 'adults/everyday-life',
        isKey: false,
        keyReasoning: 'It commits no money.',
        subjectToCallIn: false,
        value: { kind: 'none' },
        reasons: 'The present criteria are unclear.',
        alternatives: 'No alternatives were considered.',
      },
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, { ref, version, label: 'a', verb: 'approve', words: 'Approve the criteria.' }),
  ))
  must(await world.does(priya, propose, { ref, version }))
  return { ref, clause: 'a' }
}

test('a decision that rests on a consultation is refused until it is over, answered, reported and read, each time with the reason; then it goes through', async () => {
  const decision = await proposed()
  const { ref, version } = await drafted(world, '2022-09-05', { serves: [decision.ref] })
  must(await world.does(priya, openConsultation, { ref, version }))
  const decide = async () =>
    world.does(ada, sign, {
      ref: decision.ref,
      version: must(await world.asks(priya, viewRecord, { ref: decision.ref })).decision.version,
      conflicts: 'No conflicts declared.',
      dispensations: 'No dispensations were given.',
    })
  assert.match(
    no(await decide()),
    new RegExp(`It rests on the consultation ${ref}.*may answer until 16 October 2022\\. Decide after that`, 'u'),
  )
  const receipt = await answered(world, ref, { q8: 'Closer to home, please.' })
  must(await world.does(priya, setSecondCoding, { ref, share: 0, because: 'One letter.' }))
  const { code } = must(await world.does(priya, putCode, { ref, title: 'Closeness', means: 'How near it is.' }))
  must(await world.does(priya, codeResponse, { receipt, codes: { q8: [code] } }))
  const { theme } = must(
    await world.does(priya, putTheme, {
      ref,
      title: 'Closer to home',
      says: 'Families want breaks near them.',
      codes: [code],
    }),
  )
  world.on('2022-10-17')
  assert.match(no(await decide()), /1 theme is not answered: “Closer to home” is not answered/u)
  must(await world.does(priya, closeConsultation, { ref }))
  must(await world.does(priya, markAnalysed, { ref }))
  must(
    await world.does(priya, answerTheme, {
      ref,
      theme,
      answer: 'we-will',
      says: 'It is in the criteria.',
      traces: [{ kind: 'decision', ref: decision.ref, label: decision.clause }],
    }),
  )
  assert.match(no(await decide()), /is analysed and not reported yet/u)
  assert.match(
    no(await world.does(ada, acknowledgeReport, { ref, decision: decision.ref, says: 'x' })),
    /is not reported yet/u,
  )
  must(await world.does(priya, markReported, { ref, where: 'On its page' }))
  assert.match(no(await decide()), /nobody who decides has acknowledged reading its report/u)
  assert.match(
    no(await world.does(desmond, acknowledgeReport, { ref, decision: decision.ref, says: 'Read.' })),
    /does not hold the post that decides/u,
  )
  must(
    await world.does(ada, acknowledgeReport, { ref, decision: decision.ref, says: 'That near counts more than new.' }),
  )
  assert.match(
    no(await world.does(ada, acknowledgeReport, { ref, decision: decision.ref, says: 'Again.' })),
    /have said already/u,
  )
  const before = must(await world.asks(priya, viewEvidence, { ref }))
  assert.deepEqual(before.findings.find(({ rule }) => rule === 'gunning-considers-answers')?.outcome, 'met')
  must(await decide())
  const after = must(await world.asks(priya, viewEvidence, { ref })).findings.find(
    ({ rule }) => rule === 'gunning-considers-answers',
  )
  assert.match(after?.says ?? '', /was decided 0 days after the report; 5 are needed/u)
  const node = { kind: 'Decision', title: '', href: '', says: '', people: [], from: [] }
  const behind = (day: string) =>
    world.house.database.within({ council: world.council, role: 'remit_public' }, (tx) =>
      heardBefore(tx, world.council, { ...node, ref: decision.ref, day: Temporal.PlainDate.from(day) }),
    )
  assert.deepEqual(await behind('2022-10-17'), [{ ref, says: 'People were asked first, in this consultation' }])
  assert.deepEqual(await behind('2022-10-16'), [], 'people could still answer')
  assert.deepEqual(await world.breaks(), [])
  world.on('2022-09-05')
})

test('what was open, and how each group was heard, is said in somebody’s name, and what is missing is flagged', async () => {
  const { ref, version } = await drafted(world, '2022-09-05')
  const draft = must(await world.asks(priya, viewEvidence, { ref }))
  assert.deepEqual([draft.state, draft.findings, draft.openMinds], ['draft', [], []])
  must(await world.does(priya, openConsultation, { ref, version }))
  const says = async (rule: string) =>
    must(await world.asks(priya, viewEvidence, { ref })).findings.find((one) => one.rule === rule)
  assert.match((await says('gunning-asks-in-time'))?.says ?? '', /Nobody has said which options were open/u)
  assert.match(
    no(await world.does(priya, stateOptions, { ref, options: ['Close it'], couldDiffer: 'When, yes.' })),
    /say why there was no choice/u,
  )
  must(
    await world.does(ada, stateOptions, {
      ref,
      options: ['Three levels', 'The present list'],
      couldDiffer: 'Yes: nothing is ordered.',
    }),
  )
  assert.equal((await says('gunning-asks-in-time'))?.outcome, 'met')
  assert.match(
    (await says('gunning-gives-time'))?.says ?? '',
    /cannot be seen whether Families who have short breaks answered/u,
  )
  must(
    await world.does(priya, tieGroup, { ref, group: 'Families who have short breaks', question: 'q1', choice: 'yes' }),
  )
  must(
    await world.does(priya, tieGroup, { ref, group: 'Disabled children', otherwise: 'At their club, with pictures.' }),
  )
  assert.match((await says('gunning-gives-time'))?.says ?? '', /No answer came from Families who have short breaks\./u)
  await answered(world, ref)
  assert.equal((await says('gunning-gives-time'))?.outcome, 'met')
  assert.match(no(await world.does(priya, tieGroup, { ref, group: 'Nobody', otherwise: 'x' })), /one of the groups/u)
})
