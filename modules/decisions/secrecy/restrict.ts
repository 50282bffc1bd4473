import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, monitoringOfficer, officer, showMandateWords } from '#authority'
import { fileKindOf } from '#platform/file-kind.ts'
import { keepFile } from '#platform/files.ts'
import { isoDay, optionalDay, optionalText, ref, text, uuid } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { parsePounds } from '#platform/money.ts'
import { theDecision } from '../draft.ts'
import type { Decision } from '../decision.ts'
import { fileBytes, notAPaper } from '../papers/put-papers.ts'
import { papersOf } from '../papers/store.ts'
import { writeRegister } from '../register.ts'
import { particularsOf, stands } from './facts.ts'
import { foldedWords } from './fold.ts'
import { groundsOn } from './grounds.ts'
import { publicWords } from './rendition-for.ts'
import { withheldIn } from './rendition.ts'
import {
  amountPlaces,
  fieldPlaces,
  groundWords,
  isAmount,
  placeWords,
  textAt,
  type Ground,
  type Place,
  type PublicVersion,
  type Restriction,
} from './restriction.ts'
import { showAmounts } from './show-amounts.ts'
import { showNotices } from './show-notices.ts'
import { insertRestriction, markLifted, restrictionsOf } from './store.ts'

/**
 * Withholds passages of a record, or a whole paper, from the public: exempt under paragraphs of Schedule 12A or the council's own
 * codes, or confidential. An officer does so while the record is a draft, the proper officer at any time; of what is already
 * published the public rendition is made anew at once.
 */
export const restrict = useCase({
  name: 'decisions.restrict',
  title: 'Withhold a passage, a paper or an amount',
  may: [officer, democraticServices],
  input: z.object({
    ref,
    place: z.enum([...fieldPlaces, 'clause', 'paper', ...amountPlaces]),
    clause: uuid.nullable().default(null),
    paper: uuid.nullable().default(null),
    grant: uuid.nullable().default(null).meta({ description: 'Whose ceiling is withheld; with `ceiling`' }),
    passages: z.array(text(10_000)).max(50).default([]),
    kind: z.enum(['confidential', 'exempt'], 'Choose whether it is confidential or exempt.'),
    codes: z.array(z.string().max(10)).max(10).default([]),
    publicInterest: text(4000, 'Say why the public interest is better served by withholding it.'),
    decidedBy: text(300, 'Say who decided this.'),
    decidedOn: isoDay.optional(),
    reviewOn: optionalDay,
    /** A restriction whose words no longer stand, and in whose place this one comes. */
    instead: uuid.nullable().default(null),
    /** A version of the paper for the public. */
    name: optionalText(200),
    bytes: fileBytes.optional(),
  }),
  async run(work, given) {
    const outcome = await theDecision(work, given.ref)
    if (!outcome.ok) return outcome
    const decision = outcome.value
    const {
      tx,
      actor: { council, roles, name: addedBy },
      now,
      today,
    } = work
    if (decision.state === 'withdrawn' || decision.state === 'refused')
      return refused(`Nothing is withheld of ${given.ref}.`, `It is ${decision.state} and is not published.`)
    if (decision.state !== 'draft' && !roles.includes(democraticServices))
      return refused(
        `${given.ref} is ${decision.state}.`,
        'From here on the proper officer decides what is withheld.',
        'Ask democratic services.',
      )
    const grounds = await groundsFor(work, given)
    if (!grounds.ok) return grounds
    const decidedOn = given.decidedOn ?? today
    if (Temporal.PlainDate.compare(decidedOn, today) > 0)
      return invalid({ decidedOn: 'Give the day on which it was decided. It cannot be still to come.' })
    if (given.kind === 'exempt' && given.reviewOn === null)
      return invalid({ reviewOn: 'Give the day on which the exemption is to be looked at again.' })
    if (given.reviewOn && Temporal.PlainDate.compare(given.reviewOn, today) <= 0)
      return invalid({ reviewOn: 'Give a day of review that is still to come.' })
    const there = await restrictionsOf(tx, council, decision.decision)
    const old = given.instead === null ? null : there.find(({ restriction }) => restriction === given.instead)
    if (old === undefined) return missing(`${given.ref} withholds no such passage.`)
    if (old && (old.passage === null || stands(decision, old)))
      return refused(
        'That passage still stands.',
        'What still stands is lifted by itself, for a reason of its own.',
        'Lift it, or leave it.',
      )
    if (old?.kind === 'confidential' && given.kind !== 'confidential')
      return invalid({ kind: 'What was confidential stays confidential under its new words.' })
    const what =
      given.place === 'paper'
        ? await aPaper(work, decision, there, given)
        : isAmount(given.place)
          ? await anAmount(work, decision, there, given)
          : await thePassages(work, decision, given)
    if (!what.ok) return what
    for (const passage of what.value.passages) {
      await insertRestriction(tx, council, {
        restriction: randomUUID(),
        decision: decision.decision,
        place: given.place,
        clause: given.place === 'clause' ? given.clause : null,
        paper: given.place === 'paper' ? given.paper : null,
        grant: given.place === 'ceiling' ? given.grant : null,
        passage,
        kind: given.kind,
        paragraphs: grounds.value,
        publicInterest: given.publicInterest,
        decidedBy: given.decidedBy,
        decidedOn,
        reviewOn: given.reviewOn,
        publicVersion: what.value.publicVersion,
        addedBy,
        at: now,
      })
    }
    if (old)
      await markLifted(tx, council, old.restriction, {
        on: today,
        by: addedBy,
        because: 'The text was changed; other words are withheld in its place.',
      })
    await showAnew(work, decision)
    return done({ ref: given.ref, withheld: what.value.passages.length })
  },
})

type Given = {
  place: Place
  clause: string | null
  paper: string | null
  grant: string | null
  passages: string[]
  name: string | null
  bytes?: Uint8Array | undefined
}
type Withheld = { passages: (string | null)[]; publicVersion: PublicVersion | null }

async function groundsFor(
  { tx, council, today }: Work,
  { kind, codes }: { kind: 'confidential' | 'exempt'; codes: string[] },
): Promise<Outcome<Ground[]>> {
  const known = await groundsOn(tx, council, today)
  const strange = codes.find((code) => !known.some((one) => one.code === code))
  if (strange !== undefined)
    return invalid({
      codes: `The council has no code ${strange}. It may withhold under ${known.map(({ code }) => code).join(', ')}.`,
    })
  if (kind === 'exempt' && codes.length === 0)
    return invalid({ codes: 'Choose the paragraph under which it is exempt.' })
  return done(known.filter(({ code }) => codes.includes(code)))
}

async function aPaper(
  work: Work,
  { ref, decision }: Decision,
  there: Restriction[],
  { paper, name, bytes }: Given,
): Promise<Outcome<Withheld>> {
  const { tx, council, now } = work
  if (!(await papersOf(tx, council, decision)).some((one) => one.paper === paper))
    return missing(`${ref} has no such paper.`)
  if (there.some((one) => one.paper === paper))
    return refused('This paper is withheld already.', [], 'Lift that restriction first.')
  if (!bytes || bytes.byteLength === 0) return done({ passages: [null], publicVersion: null })
  const wrong = notAPaper(bytes)
  if (wrong !== null) return invalid({ file: wrong })
  const kept = {
    name: name ?? 'public version',
    mediaType: fileKindOf(bytes)?.mediaType ?? 'application/octet-stream',
    bytes,
  }
  const sha256 = Buffer.from(await keepFile(tx, council, kept, now)).toString('hex')
  return done({
    passages: [null],
    publicVersion: { sha256, name: kept.name, mediaType: kept.mediaType, size: String(bytes.byteLength) },
  })
}

/** An amount is withheld as it is printed, and with it everything that says the same. */
async function anAmount(
  work: Work,
  decision: Decision,
  there: Restriction[],
  { place, grant, instead }: Given & { instead: string | null },
): Promise<Outcome<Withheld>> {
  const where = placeWords(decision, { place, clause: null, grant })
  const passage = textAt(decision, place, null, grant)
  const pence = passage === null ? null : parsePounds(passage)
  if (passage === null || pence === null)
    return refused(`${decision.ref} states no sum there.`, [], 'Only an amount that is stated can be withheld.')
  if (there.some((one) => one.place === place && one.grant === grant && one.restriction !== instead))
    return refused(`${capital(where)} is withheld already.`, [], 'Lift that restriction first.')
  const held = (await alwaysSaid(work, decision)).find(
    (one) => withheldIn(one.text, [{ passage, says: '', pence }]).length > 0,
  )
  return held
    ? refused(
        `${passage} also stands in ${held.what}, which cannot be withheld.`,
        'The particulars of the matter must be given.',
        `Change ${held.what} first.`,
      )
    : done({ passages: [passage], publicVersion: null })
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

async function thePassages(
  work: Work,
  decision: Decision,
  { place, clause, passages }: Given,
): Promise<Outcome<Withheld>> {
  const where = placeWords(decision, { place, clause })
  const text = textAt(decision, place, clause)
  if (text === null) return missing(`${decision.ref} says nothing there.`)
  if (passages.length === 0)
    return invalid({ passages: `Tick the sentences of ${where} that are withheld, or paste the words.` })
  const never = await alwaysSaid(work, decision)
  const exact: string[] = []
  for (const given of passages) {
    if (foldedWords(given).length < 3)
      return invalid({ passages: 'Choose at least three letters or digits: less cannot be told from other words.' })
    const [found] = withheldIn(text, [{ passage: given, says: '' }])
    if (!found)
      return invalid({ passages: `“${given}” does not stand in ${where}. Copy the words exactly as they stand there.` })
    const held = never.find((one) => withheldIn(one.text, [{ passage: given, says: '' }]).length > 0)
    if (held)
      return invalid({
        passages: `“${given}” also stands in ${held.what}, which cannot be withheld: the particulars of the matter must be given. Change that first, or choose more words around it.`,
      })
    exact.push(text.slice(found.from, found.to))
  }
  return done({ passages: exact, publicVersion: null })
}

// Besides the particulars, the words that stand in the place of what is withheld.
async function alwaysSaid(work: Work, decision: Decision): Promise<{ what: string; text: string }[]> {
  const grounds = await groundsOn(work.tx, work.actor.council, work.today)
  return [
    ...(await particularsOf(work, decision)),
    {
      what: 'the words that say what is withheld',
      text: `Withheld: confidential information; ${grounds.map(groundWords).join('; ')}`,
    },
  ]
}

/**
 * Ends a restriction. What is exempt may be released by the proper officer, on its review or before; what is confidential by the
 * monitoring officer alone, with the consent or ruling that allows it. Of a published record the register is written anew.
 */
export const liftRestriction = useCase({
  name: 'decisions.lift-restriction',
  title: 'Lift a restriction',
  may: [officer, democraticServices, monitoringOfficer],
  input: z.object({ ref, restriction: uuid, because: text(4000) }),
  async run(work, { ref, restriction, because }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const decision = outcome.value
    const {
      tx,
      actor: { council, roles, name },
      today,
    } = work
    const found = (await restrictionsOf(tx, council, decision.decision)).find((one) => one.restriction === restriction)
    if (!found) return missing(`${ref} withholds no such passage.`)
    if (found.kind === 'confidential' && !roles.includes(monitoringOfficer)) {
      return refused(
        'This is confidential: it is not for the council to release.',
        'It was given by a government department on terms that forbid publication, or a statute or a court forbids it.',
        'Ask the monitoring officer, who must hold the consent or ruling that allows it.',
      )
    }
    if (decision.state !== 'draft' && !roles.includes(democraticServices) && !roles.includes(monitoringOfficer)) {
      return refused(
        `${ref} is ${decision.state}.`,
        'From here on the proper officer decides what is withheld.',
        'Ask democratic services.',
      )
    }
    await markLifted(tx, council, restriction, { on: today, by: name, because })
    await showAnew(work, decision)
    return done({ ref })
  },
})

// What the public already has is made anew from the same text: the register's document, its search, and the words of mandates.
async function showAnew(work: Work, decision: Decision): Promise<void> {
  await showAmounts(work, decision)
  await showNotices(work, decision)
  if (decision.state !== 'published' && decision.state !== 'superseded') return
  const shown = await publicWords(work, decision)
  for (const { words, grants } of decision.clauses) {
    for (const { mandate } of grants)
      if (mandate !== null) await showMandateWords(work.tx, work.actor.council, mandate, shown(words))
  }
  await writeRegister(work, decision.ref)
}
