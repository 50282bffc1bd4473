import { randomUUID } from 'node:crypto'
import { addProgram, setSessionRule } from '#accounts'
import { delegateOnward, issueHold, proposeConstitution, proposeSheets, recordAct, reportBack } from '#authority'
import {
  callIn,
  editDraft,
  propose,
  publish,
  putClause,
  putGrant,
  remind,
  sign,
  startDraft,
  viewDecision,
  viewRecord,
  workKeyTest,
} from '#decisions'
import { react } from '#platform/jobs.ts'
import { correctReading, keepDocument } from '#intake'
import { perform } from '#platform/perform.ts'
import { modules } from '#modules'
import { furnishNetworks } from './furnish-networks.ts'
import { noticed } from '../testing/noticed.ts'
import { must, type World } from '../testing/world.ts'
import { governed, leftWaiting } from './furnish-records.ts'
import { furnishCommissions } from './furnish-commissions.ts'
import { furnishConsultations } from './furnish-consultations.ts'
import { furnishNotices } from './furnish-notices.ts'
import { furnishScrutiny } from './furnish-scrutiny.ts'
import { furnishSecrecy } from './furnish-secrecy.ts'

/**
 * Writes at least one row into every table, through use cases: a decision carried to acts, passed on, called in and reported.
 * Starts on 4 August 2022 and ends on 20 October.
 */
export async function furnish(world: World): Promise<{ ref: string; mandate: string; act: string }> {
  const [priya, desmond, hugo, ada, marguerite] = ['Priya', 'Desmond', 'Hugo', 'Ada', 'Marguerite'].map((name) =>
    world.as(name),
  )
  if (!priya || !desmond || !hugo || !ada || !marguerite) throw new Error('Larkshire’s people are missing.')
  world.on('2022-08-04')
  let { ref, version } = must(
    await perform(
      world.house,
      startDraft,
      priya,
      { title: 'Everyday life activities' },
      { key: randomUUID(), asked: null },
    ),
  )
  ;({ version } = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: {
        maker: 'cabinet-member-adults',
        subject: 'adults/everyday-life',
        isKey: true,
        subjectToCallIn: true,
        value: { kind: 'stated', pence: 900_000_00 },
        reasons: 'The present framework ends.',
        alternatives: 'No alternatives were considered.',
      },
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, { ref, version, label: 'a', verb: 'delegate', words: 'Delegate contracts' }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, {
      ref,
      version,
      label: 'b',
      verb: 'approve',
      words: 'Approve the opening of the system',
    }),
  ))
  const clauses = must(await world.asks(priya, viewRecord, { ref })).decision.clauses.map(({ clause }) => clause)
  ;({ version } = must(
    await world.does(priya, putGrant, {
      ref,
      version,
      clause: clauses[0],
      holder: 'director-adults',
      powers: ['contract'],
      scope: 'adults/everyday-life',
      mayDelegate: true,
      ceiling: { basis: 'whole-life', pence: 600_000_00 },
      conditions: [{ kind: 'report-back', key: 'report', words: 'report to Cabinet', withinDays: 60 }],
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putGrant, {
      ref,
      version,
      clause: clauses[1],
      holder: 'head-commissioning',
      powers: ['admit'],
      scope: 'adults/everyday-life',
    }),
  ))
  ;({ version } = must(
    await world.does(priya, workKeyTest, {
      ref,
      version,
      functionType: 'executive',
      perYear: 300_000_00,
      wards: 3,
      effectSignificant: true,
    }),
  ))
  await governed(world, ref)
  must(await world.does(priya, propose, { ref, version }))
  await noticed(world, ref, '2022-07-01')
  must(
    await world.does(desmond, sign, {
      ref,
      version: version + 1,
      conflicts: 'No conflicts declared.',
      dispensations: 'No dispensations were given.',
    }),
  )
  world.on('2022-08-05')
  must(await world.does(hugo, publish, { ref }))
  must(
    await world.does(marguerite, callIn, {
      ref,
      clauses: [clauses[1]],
      callers: ['Cllr Vane', 'Cllr Birch', 'Cllr Moss'],
      grounds: 'Cost',
    }),
  )
  world.on('2022-08-15')
  const mandate = must(await world.asks(world.visitor, viewDecision, { ref })).mandates[0]?.ref ?? ''
  must(
    await world.does(ada, delegateOnward, {
      mandate,
      to: 'head-commissioning',
      powers: ['contract'],
      scope: 'adults/everyday-life',
      pence: 100_000_00,
      from: '2022-08-15',
      words: 'Sign small contracts',
    }),
  )
  const act = must(
    await world.does(priya, recordAct, {
      post: 'director-adults',
      power: 'contract',
      subject: 'adults/everyday-life',
      what: 'Contract with Willow Day Club (invented)',
      pence: 10_000_00,
      day: '2022-08-15',
      under: mandate,
    }),
  ).ref
  must(await world.does(priya, reportBack, { act, condition: 'report', says: 'Reported to Cabinet' }))
  must(await world.does(world.as('Isolde'), proposeConstitution, { name: 'next.json', document: '{}' }))
  must(
    await world.does(world.as('Isolde'), addProgram, {
      name: 'Finance ledger',
      roles: ['commissioning officer'],
      lastDay: '2023-03-31',
      contact: 'ledger@larkshire.example',
    }),
  )
  must(
    await world.does(world.as('Isolde'), proposeSheets, {
      inForceFrom: '2023-04-01',
      files: [{ file: 'subjects.csv', text: 'subject,title\nadults,Adult social care\n' }],
    }),
  )
  must(
    await world.does(world.as('Edmund'), issueHold, {
      section: 'court',
      reach: { kind: 'subject', subject: 'children/short-breaks' },
      reason: 'An interim order',
    }),
  )
  await furnishNetworks(world)
  const record = new TextEncoder().encode(
    'Title: Everyday life activities\nDecision maker: Cabinet\nDecision: To approve it.\n',
  )
  const { readings } = must(await world.does(priya, keepDocument, { name: 'record.txt', bytes: record }))
  must(await world.does(priya, correctReading, { reading: readings[0]?.reading, seen: 0, part: 'wards', value: 'All' }))
  must(await world.does(world.as('Isolde'), setSessionRule, { idleMinutes: 60, longestHours: 10 }))
  await leftWaiting(world)
  await furnishNotices(world)
  must(await world.does(hugo, remind, {}))
  await furnishSecrecy(world, ref)
  await furnishScrutiny(world, ref)
  await furnishCommissions(world)
  await furnishConsultations(world)
  // The reactions that a relay would deliver, so that their mail and notes stand too.
  const waiting = await world.house.database.asOwner(
    async (connection) =>
      (
        await connection.query('select council, id, topic, payload from platform.outbox where council = $1', [
          world.council,
        ])
      ).rows,
  )
  const reactions = modules.flatMap(({ reactions: some }) => some ?? [])
  for (const announced of waiting as Parameters<typeof react>[2][]) await react(world.house, reactions, announced)
  await world.house.database.asOwner(async (connection) => {
    await connection.query(
      `insert into platform.session (council, digest, account, started_at, expires_at) values ($1, sha256('a session'), $2, now(), now() + interval '1 hour')`,
      [world.council, priya.account],
    )
    await connection.query(
      `insert into accounts.identity (council, issuer, subject, account, linked_at) values ($1, 'https://login.example', 'priya', $2, now())`,
      [world.council, priya.account],
    )
    await connection.query(
      `insert into accounts.trip (council, digest, state, nonce, verifier, version, expires_at) values ($1, sha256('a trip'), 's', 'n', 'v', 1, now())`,
      [world.council],
    )
    await connection.query(
      `insert into platform.file (council, sha256, name, media_type, bytes, kept_at) values ($1, sha256('a file'), 'record.txt', 'text/plain', 'a file', now())`,
      [world.council],
    )
  })
  return { ref, mandate, act }
}
