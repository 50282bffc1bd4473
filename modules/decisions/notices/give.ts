import { randomUUID } from 'node:crypto'
import { nextRef } from '#authority'
import { done, missing, refused, type Outcome, type Work } from '#platform/use-case.ts'
import { firstDayAfter, type ClearDayRule } from './clear-days.ts'
import { noticeWords, stands, type Notice, type NoticeKind, type Said } from './notice.ts'
import { endNotice, findNotice, insertNotice, recordsOfNotice } from './store.ts'
import { markNoticed } from './plan/store.ts'
import { nothingWithheldIn } from '../secrecy/said-beside.ts'

/** What is sealed of a notice: all that it said, and nothing of what became of it. */
export const sealedWords = ({ replacedBy: _, endedOn: __, withdrawnBecause: ___, ...given }: Notice): unknown => given

type Given = {
  kind: NoticeKind
  matter: string
  item?: string | null
  decision?: string | null
  meeting?: string | null
  content: Said[]
  days: { rule: ClearDayRule; source: string } | null
  /** Another day than today only where it was given elsewhere. */
  on?: Temporal.PlainDate
  elsewhere?: { address: string | null; recordedOn: string } | null
  replaces?: string | null
}

/** Gives a notice: numbered, sealed and public at once. One that takes another's place ends that one on the same day. */
export async function give(work: Work, g: Given): Promise<Outcome<Notice>> {
  const { tx, actor, today } = work
  const givenOn = g.on ?? today
  const clean = await nothingWithheldIn(work, await recordsOfNotice(tx, actor.council, g), 'This notice', [
    { where: 'what it is about', text: g.matter },
    // What people wrote against a meeting in private is theirs, and was theirs before.
    ...g.content
      .filter(({ key }) => key !== 'Representations received')
      .map(({ key, words }) => ({ where: `“${key}”`, text: words.join('\n') })),
  ])
  if (!clean.ok) return clean
  const notice: Notice = {
    notice: randomUUID(),
    ref: await nextRef(tx, actor.council, 'N', today),
    kind: g.kind,
    matter: g.matter,
    item: g.item ?? null,
    decision: g.decision ?? null,
    meeting: g.meeting ?? null,
    givenOn,
    givenBy: actor.name,
    elsewhere: g.elsewhere ?? null,
    content: g.content,
    rule: g.days?.rule ?? null,
    ruleSource: g.days?.source ?? null,
    earliest: g.days ? firstDayAfter(g.days.rule, givenOn) : givenOn,
    replaces: g.replaces ?? null,
    replacedBy: null,
    endedOn: null,
    withdrawnBecause: null,
  }
  if (g.replaces) {
    const older = await findNotice(tx, actor.council, g.replaces, 'lock')
    if (!older) return missing(`There is no notice ${g.replaces}.`)
    if (!stands(older) || older.kind !== g.kind)
      return refused(
        `${older.ref} cannot be replaced.`,
        stands(older) ? 'It is a notice of another kind.' : 'It was withdrawn or replaced before.',
      )
    await endNotice(tx, actor.council, older.notice, { on: today, because: null, replacedBy: notice.ref })
  }
  await insertNotice(tx, actor.council, notice)
  if (notice.item) await markNoticed(tx, actor.council, notice.item, givenOn)
  work.seal('notice', notice.ref, sealedWords(notice))
  work.announce('decisions.notice-given', {
    ref: notice.ref,
    kind: g.kind,
    title: `${noticeWords[g.kind]}: ${g.matter}`,
  })
  return done(notice)
}
