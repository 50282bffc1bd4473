import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConstitutionInput } from '#authority'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { bury } from '../../../site/demo/councils/index.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { editDraft } from '../edit-draft.ts'
import { putClause } from '../edit-clauses.ts'
import { drafted, nils } from '../pages/examples.ts'
import { propose } from '../propose.ts'
import { publish } from '../publish.ts'
import { viewDecision, viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { startDraft } from '../start-draft.ts'
import { viewConsulted } from './queries.ts'
import { recordConsulted, removeConsulted } from './record.ts'

// The Director decides on the condition that the Cabinet Member is consulted first.
const scheme: ConstitutionInput['scheme'] = larkshire.scheme.map((entry) =>
  entry.entry !== '4.1'
    ? entry
    : {
        ...entry,
        conditions: [
          {
            kind: 'consult',
            key: 'member',
            post: 'cabinet-member-adults',
            words: 'following consultation with the Cabinet Member',
          },
        ],
      },
)
const world = await aCouncil({ on: '2022-08-01', constitution: { ...larkshire, scheme } })
const [priya, ada, hugo, desmond] = ['Priya', 'Ada', 'Hugo', 'Desmond'].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const versionOf = async (ref: string) => must(await world.asks(priya, viewRecord, { ref })).decision.version
const officers = { maker: 'director-adults', isKey: false, value: { kind: 'stated', pence: 200_000_00 } }
const member = {
  capacity: 'executive-member',
  post: 'cabinet-member-adults',
  name: 'Desmond Okoro',
  on: '2022-07-29',
  how: 'By e-mail',
  response: 'agrees',
  evidence: 'E-mail kept in the case file',
  interests: 'No conflict of interest was declared.',
  dispensation: 'No dispensation was given.',
}
const proposes = async (ref: string) => world.does(priya, propose, { ref, version: await versionOf(ref) })

test('an officer whose power is on condition of consulting the Cabinet Member decides once that is recorded, and it is the evidence of the act', async () => {
  const { ref } = await drafted(world, officers)
  assert.match(
    no(await proposes(ref)),
    /may be used only “following consultation with the Cabinet Member”: record who was consulted/u,
  )
  must(await world.does(priya, recordConsulted, { ref, ...member }))
  must(await proposes(ref))
  must(await world.does(ada, sign, { ref, version: await versionOf(ref), ...nils }))
  must(await world.does(hugo, publish, { ref }))
  assert.deepEqual(must(await world.asks(world.visitor, viewDecision, { ref })).decision.consulted, [
    {
      who: 'Desmond Okoro, Cabinet Member for Adult Social Care',
      capacity: 'executive-member',
      on: '2022-07-29',
      response: 'agrees',
      says: null,
      interests: 'No conflict of interest was declared.',
      dispensation: 'No dispensation was given.',
    },
  ])
  assert.match(
    no(await world.does(priya, recordConsulted, { ref, ...member })),
    /was decided on Monday 1 August 2022\. To consult is to ask before a decision/u,
  )
  assert.deepEqual(await world.breaks(), [])
})

test('a member of the executive who is consulted states their interests, and any dispensation, or that there were none', async () => {
  const { ref } = await drafted(world, officers)
  assert.match(
    no(await world.does(priya, recordConsulted, { ref, ...member, interests: ' ' })),
    /Say which interests were declared, or that none were \(SI 2012\/2089, reg 13\(4\)\)/u,
  )
  assert.match(
    no(await world.does(priya, recordConsulted, { ref, ...member, dispensation: null })),
    /Say which dispensation was given/u,
  )
  must(
    await world.does(priya, recordConsulted, {
      ref,
      capacity: 'ward-member',
      name: 'Cllr June Aldous',
      on: '2022-07-30',
      how: 'At a briefing',
      response: 'comments',
      says: 'Mind the bus times.',
      evidence: 'Note of the briefing',
    }),
  )
  assert.match(no(await world.does(priya, recordConsulted, { ref, ...member, on: '2022-08-02' })), /is still to come/u)
})

test('who was consulted changes only in a draft, and only by those who draft or keep the record', async () => {
  const { ref } = await drafted(world, officers)
  const { consulted } = must(await world.does(priya, recordConsulted, { ref, ...member }))
  must(await world.does(priya, removeConsulted, { ref, consulted }))
  assert.deepEqual(must(await world.asks(priya, viewConsulted, { ref })).consulted, [])
  const { consulted: again } = must(await world.does(hugo, recordConsulted, { ref, ...member }))
  must(await proposes(ref))
  assert.match(no(await world.does(priya, removeConsulted, { ref, consulted: again })), /what was read may not go/u)
  assert.match(no(await world.does(desmond, recordConsulted, { ref, ...member })), /You may not do this/u)
})

test('Bury, 2237: the Cabinet Member who signed as consulted 31 days after the decision was told, not consulted', async () => {
  const there = await aCouncil({ on: '2024-08-20', council: bury.council, constitution: bury.constitution })
  const [saffron, philippa] = [there.as('Saffron'), there.as('Philippa')]
  let { ref, version } = must(await there.does(saffron, startDraft, { title: 'Care at home: timeline' }))
  ;({ version } = must(
    await there.does(saffron, editDraft, {
      ref,
      version,
      changes: {
        maker: 'executive-director-health-adult-care',
        subject: 'adults/care-at-home',
        isKey: false,
        subjectToCallIn: false,
        value: { kind: 'none' },
        reasons: 'To engage fully.',
        alternatives: 'No alternatives were considered.',
      },
    }),
  ))
  ;({ version } = must(
    await there.does(saffron, putClause, {
      ref,
      version,
      label: '1',
      verb: 'authorise',
      words: 'Follow the timeline.',
    }),
  ))
  must(
    await there.does(saffron, recordConsulted, {
      ref,
      ...member,
      post: 'cabinet-member',
      name: 'Nettie Larkspur',
      on: '2024-08-15',
    }),
  )
  must(await there.does(saffron, propose, { ref, version }))
  assert.match(
    no(await there.does(philippa, sign, { ref, version: version + 1, decidedOn: '2024-07-15', ...nils })),
    /Nettie Larkspur, Cabinet Member was consulted on Thursday 15 August 2024, 31 days \(23 working\) after the decision on Monday 15 July 2024/u,
  )
  must(await there.does(philippa, sign, { ref, version: version + 1, decidedOn: '2024-08-20', ...nils }))
})
