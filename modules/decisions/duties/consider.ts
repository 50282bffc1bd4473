import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { decisionMaker, democraticServices, officer, settings } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, optionalText, ref, text, whole } from '#platform/input.ts'
import { changed, done, invalid, refused, useCase } from '#platform/use-case.ts'
import { theDecision, theDraft } from '../draft.ts'
import { makersOf, maySignFor } from '../jointly/makers.ts'
import { characteristics, digestOfDuties, impacts, sealedDuty, type Characteristic, type Considered } from './duty.ts'
import { dutiesSettled, dutyLines } from './lines.ts'
import { consideredOf, insertConsidered, insertSeen, sealedReceipt, seenOf, type Seen } from './store.ts'

const impact = z.object({
  characteristic: z.enum(Object.keys(characteristics) as [Characteristic, ...Characteristic[]]),
  impact: z.enum(impacts, 'Say what the impact is.'),
  evidence: text(4000),
  mitigation: optionalText(4000).default(null),
})

/** Writes down how a duty was considered, and where. Said again it is the next version; what was said before stays. */
export const considerDuty = useCase({
  name: 'decisions.consider-duty',
  title: 'Say how a duty was considered',
  may: [officer],
  input: z.object({
    ref,
    version: whole(1, 1_000_000),
    duty: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,80}$/u, 'Choose a duty of the council’s list, or give a key of your own.'),
    /** For a duty that is not on the council’s list: what it is and where it is written. */
    other: z
      .object({
        title: text(200),
        source: z
          .unknown()
          .meta({
            type: 'object',
            description:
              'Where the duty stands, as in the setting duties: {"act": "Care Act 2014", "part": "s5"} or {"si": "2011/707", "part": "reg 4"}',
          }),
      })
      .nullable()
      .default(null),
    how: text(20_000),
    writtenIn: text(300),
    paragraph: optionalText(100).default(null),
    on: isoDay,
    impacts: z.array(impact).max(11).default([]),
  }),
  async run(work, { ref, version, duty, other, how, writtenIn, paragraph, on, impacts: stated }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const {
      tx,
      actor: { council, account, name },
      now,
      today,
    } = work
    const draft = outcome.value
    if (!account) return refused('Somebody must record it.', [], 'Sign in first.')
    if (Temporal.PlainDate.compare(on, today) > 0)
      return invalid({ on: `${longDay(on)} is still to come. Give the day on which it was considered.` })
    const twice = stated.find(
      (one, at) => stated.findIndex((each) => each.characteristic === one.characteristic) !== at,
    )
    if (twice) return invalid({ impacts: `${characteristics[twice.characteristic]} stands twice. State each once.` })
    const { list } = await dutiesSettled(tx, council, today)
    const before = (await consideredOf(tx, council, draft.decision)).find((one) => one.duty === duty)
    const listed = list.find(({ key }) => key === duty) ?? before ?? null
    const own =
      listed === null && other !== null
        ? settings.duties.safeParse([{ key: duty, title: other.title, source: other.source }])
        : null
    const named = listed ?? own?.data?.[0] ?? null
    if (!named)
      return invalid({
        duty:
          own?.error?.issues[0]?.message
          ?? 'That duty is not on the council’s list. Say what it is and where it is written.',
      })
    const entry: Considered = {
      duty,
      version: (before?.version ?? 0) + 1,
      title: named.title,
      source: named.source,
      how,
      writtenIn,
      paragraph,
      on,
      impacts: stated,
      recordedByName: name,
      recordedAt: now,
    }
    await insertConsidered(tx, council, { ...entry, decision: draft.decision, by: account })
    work.seal('duty', `${ref}/${duty}/${entry.version}`, sealedDuty(ref, entry))
    return done({ ref, duty, version: entry.version })
  },
})

/**
 * Confirms, for a post that decides, that how the duties were considered was read as it now stands. `digest` names that text; when
 * it changes it has to be read again.
 */
export const acknowledgeDuties = useCase({
  name: 'decisions.acknowledge-duties',
  title: 'Confirm that the duties were read',
  may: [decisionMaker, democraticServices],
  input: z.object({ ref, digest: text(64) }),
  async run(work, { ref, digest }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, actor, now, today } = work
    const { council, account, name } = actor
    const proposal = outcome.value
    if (proposal.state !== 'proposed')
      return refused(
        `${ref} is ${proposal.state}.`,
        'What was considered is read once it is proposed, and before it is decided.',
      )
    const posts = await maySignFor(tx, actor, await makersOf(tx, council, proposal), today)
    if (!account || posts.length === 0)
      return refused(
        `${ref} is for others to decide.`,
        `${name} holds none of the posts that decide it on ${longDay(today)}.`,
        'Nobody can have regard to a duty in the place of whoever decides.',
      )
    const entries = (await dutyLines(tx, council, proposal, today)).flatMap(({ entry }) => entry ?? [])
    if (entries.length === 0) return refused(`Nothing is written of duties for ${ref}.`)
    const stands = digestOfDuties(ref, entries)
    if (digest !== stands)
      return changed('That is not what now stands.', 'How the duties were considered has changed since you opened it.')
    const receipts = await seenOf(tx, council, proposal.decision)
    for (const { post, title } of posts) {
      if (receipts.some((one) => one.post === post && one.account === account && one.digest === digest)) continue
      const receipt: Seen = {
        seen: randomUUID(),
        post,
        postTitle: title,
        account,
        name,
        seenAt: now,
        digest,
        versions: Object.fromEntries(entries.map((one) => [one.duty, one.version])),
      }
      await insertSeen(tx, council, proposal.decision, receipt)
      work.seal('duties-seen', receipt.seen, sealedReceipt(ref, receipt))
    }
    return done({ ref })
  },
})
