import {
  challengeKey,
  confirmSubscription,
  hearCallIn,
  judgeCallIn,
  reconsider,
  requestDocument,
  subscribe,
  viewRecord,
} from '#decisions'
import { publishedWith, threeClauses } from '../modules/decisions/call-in/examples.ts'
import { must, type World } from '../testing/world.ts'

/** Scrutiny at work: a call-in heard and its clause amended, a challenge, a request for a document, and somebody who wants news. */
export async function furnishScrutiny(world: World, ref: string): Promise<void> {
  const [priya, desmond, hugo, marguerite] = ['Priya', 'Desmond', 'Hugo', 'Marguerite'].map((name) => world.as(name))
  if (!priya || !desmond || !hugo || !marguerite) throw new Error('Larkshire’s people are missing.')
  const { decision, callIns } = must(await world.asks(priya, viewRecord, { ref }))
  const at = { ref, callIn: callIns[0]?.callIn, says: 'Said.' }
  must(await world.does(hugo, judgeCallIn, { ...at, valid: true }))
  must(await world.does(hugo, hearCallIn, { ...at, body: 'scrutiny-committee', outcome: 'referred-back' }))
  const amended = {
    clause: decision.clauses[1]?.clause,
    becomes: 'amended',
    words: 'Approve the opening of the system each month',
    grants: [],
  }
  must(await world.does(desmond, reconsider, { ...at, outcome: 'amended', clauses: [amended] }))
  must(
    await world.does(marguerite, requestDocument, { ref, basis: 'scrutiny', document: 'The appendix with the prices' }),
  )
  const { ref: small } = await publishedWith(world, threeClauses)
  must(
    await world.does(marguerite, challengeKey, {
      ref: small,
      committee: 'scrutiny-committee',
      reasons: 'It changes support in nine wards.',
      due: '2022-12-31',
    }),
  )
  for (const address of ['reader@example.org', 'waiting@example.org'])
    must(await world.does(world.visitor, subscribe, { address, topics: [{ topic: 'call-ins' }] }))
  const letter = await world.house.database.asOwner(async (connection) => {
    await connection.query(
      `insert into decisions.call_in_waiver (council, decision, post, agreed_by, agreed_on, reasons, recorded_by, recorded_at)
      select council, decision, 'council-chair', 'June Aldous', '2022-08-15', 'It cannot wait', drafted_by, now() from decisions.decision where council = $1 and ref = $2`,
      [world.council, small],
    )
    return (
      await connection.query('select body from platform.mail where council = $1 and address = $2', [
        world.council,
        'reader@example.org',
      ])
    ).rows[0] as { body: string }
  })
  must(await world.does(world.visitor, confirmSubscription, { token: /confirm\/([\w-]+)/u.exec(letter.body)?.[1] }))
}
