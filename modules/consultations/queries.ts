import { z } from 'zod'
import { everybody, officer, postsHeldBy, staff, subjects } from '#authority'
import { pageCursor, ref, uuid, whole } from '#platform/input.ts'
import { cursorAt, readCursor } from '#platform/keyset.ts'
import { done, missing, query, type Work } from '#platform/use-case.ts'
import { channelNames, standingOn } from './consultation.ts'
import { equalityCounts } from './equality/mix.ts'
import { findingsOf } from './findings.ts'
import { openMindsOf } from './gunning/store.ts'
import { ratesOf } from './paper/compare.ts'
import { doubleKeyed, findForm, formsCounted, formsKeyedBy, formsOf, keyingsOf } from './paper/store.ts'
import { findPublished, publishedPage } from './published.ts'
import { questionsOf } from './questions/questionnaire.ts'
import { campaignsOf, likelyCampaigns } from './responses/campaigns.ts'
import { reconciled } from './responses/reconcile.ts'
import { codesMade, findResponse, handlingOf, responsePage, twinsOf } from './responses/store.ts'
import { consultationsOnDesk, findConsultation, packOf } from './store.ts'
import { bookingsOf, findWorkshop, workshopsOf } from './workshops/store.ts'
import { timeToAnswer } from './time-open.ts'

const cursor = pageCursor.optional()
const choice = <const T extends readonly [string, ...string[]]>(of: T) =>
  z.preprocess((given) => (given === '' ? undefined : given), z.enum(of).nullable().default(null))

/** Consultations that are or were open, the last to close first. */
export const listConsultations = query({
  name: 'consultations.list',
  title: 'List consultations',
  may: everybody,
  input: z.object({ after: cursor, size: whole(1, 100).default(20) }),
  async run({ tx, council, today }, { after, size }) {
    const [closesOn, last] = after === undefined ? [] : (readCursor(after, ['day', 'text']) ?? [])
    const found = await publishedPage(tx, council, {
      after: closesOn !== undefined && last !== undefined ? { closesOn, ref: last } : null,
      size: size + 1,
    })
    const shown = found.slice(0, size)
    const end = shown.at(-1)
    return done({
      consultations: shown.map((one) => ({ ...one, standing: standingOn(one, today) })),
      next: found.length > size && end ? cursorAt([end.closesOn.toString(), end.ref]) : null,
    })
  },
})

/** A consultation as the public sees it. */
export const viewConsultation = query({
  name: 'consultations.view',
  title: 'Read a consultation',
  may: everybody,
  input: z.object({ ref }),
  async run({ tx, council, today }, { ref }) {
    const found = await findPublished(tx, council, ref)
    if (!found) return missing(`There is no consultation ${ref}.`)
    const { document } = found
    const days = {
      opensOn: Temporal.PlainDate.from(document.opensOn),
      closesOn: Temporal.PlainDate.from(document.closesOn),
    }
    return done({
      consultation: document,
      ...days,
      timeToAnswer: (await timeToAnswer(tx, council, days)) ?? '',
      standing: standingOn({ state: document.state, ...days }, today),
    })
  },
})

/** Consultations on the desk, in every state, the latest change first. */
export const viewConsultations = query({
  name: 'consultations.view-desk',
  title: 'See the consultations on the desk',
  may: [...staff],
  input: z.object({ before: cursor, size: whole(1, 100).default(20) }),
  async run({ tx, council, today }, { before, size }) {
    const [at] = before === undefined ? [] : (readCursor(before, ['text']) ?? [])
    const found = await consultationsOnDesk(tx, council, {
      before: at === undefined ? null : instantOrNull(at),
      size: size + 1,
    })
    const shown = found.slice(0, size)
    const last = shown.at(-1)
    return done({
      consultations: shown.map((one) => ({ ...one, standing: standingOn(one, today) })),
      next: found.length > size && last ? cursorAt([last.changedAt.toString()]) : null,
    })
  },
})

function instantOrNull(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return null
  }
}

/** A consultation on the desk, whole, with what the rules say of it. */
export const viewDraft = query({
  name: 'consultations.view-draft',
  title: 'Read a consultation on the desk',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const {
      tx,
      actor: { council, account },
      today,
    } = work
    const found = await findConsultation(tx, council, ref)
    if (!found) return missing(`There is no consultation ${ref}.`)
    return done({
      consultation: found,
      standing: standingOn(found, today),
      timeToAnswer: await timeToAnswer(tx, council, found),
      findings: await findingsOf(work, found),
      pack: await packOf(tx, council, found.consultation),
      workshops: await workshopsOf(tx, council, found.consultation),
      subjects: await subjects(tx, council),
      codes: await codesMade(tx, council, found.consultation),
      saidWhatIsOpen: (await openMindsOf(tx, council, found.consultation)).length > 0,
      held: account ? (await postsHeldBy(tx, council, account, today)).map(({ post, title }) => ({ post, title })) : [],
    })
  },
})

async function known({ tx, council }: Pick<Work, 'tx' | 'council'>, ref: string) {
  const found = await findConsultation(tx, council, ref)
  return found && found.state !== 'draft' ? found : null
}

/** Responses in the order in which they came, with what each shares with an earlier one. */
export const listResponses = query({
  name: 'consultations.list-responses',
  title: 'List the responses to a consultation',
  may: [officer],
  input: z.object({
    ref,
    channel: choice(channelNames),
    what: choice(['excluded', 'analysed', 'waiting']),
    late: z.preprocess((given) => (given === 'yes' || given === true ? true : null), z.boolean().nullable()),
    after: cursor,
    size: whole(1, 200).default(50),
  }),
  async run(work, { ref, after, size, ...filter }) {
    const { tx, council } = work
    const found = await known(work, ref)
    if (!found) return missing(`There is no consultation ${ref} that has opened.`)
    const [at, response] = after === undefined ? [] : (readCursor(after, ['text', 'text']) ?? [])
    const from =
      at !== undefined && instantOrNull(at) && uuid.safeParse(response).success
        ? { at, response: response ?? '' }
        : null
    const read = await responsePage(tx, council, found.consultation, { ...filter, after: from, size: size + 1 })
    const shown = read.slice(0, size)
    const twins = await twinsOf(
      tx,
      council,
      shown.map((one) => one.response),
    )
    const last = shown.at(-1)
    return done({
      title: found.title,
      responses: shown.map((one) => ({
        ...one,
        twins: twins.filter((twin) => twin.response === one.response).map(({ reason, first }) => ({ reason, first })),
      })),
      next: read.length > size && last ? cursorAt([last.receivedAt.toString(), last.response]) : null,
    })
  },
})

/** One response, whole, with all that was done with it. */
export const viewResponse = query({
  name: 'consultations.view-response',
  title: 'Read a response',
  may: [officer],
  input: z.object({ receipt: ref }),
  async run({ tx, council }, { receipt }) {
    const found = await findResponse(tx, council, receipt)
    const consultation = found && (await findConsultation(tx, council, found.ref))
    if (!found || !consultation) return missing(`There is no response ${receipt}.`)
    const { contentHash, textHash: _, codeDigest, ...rest } = found
    const late =
      consultation.closesOn !== null && Temporal.PlainDate.compare(found.receivedOn, consultation.closesOn) > 0
    return done({
      response: { ...rest, late, contentHash: Buffer.from(contentHash).toString('hex'), withCode: codeDigest !== null },
      title: consultation.title,
      questionnaire: consultation.questionnaire,
      handling: await handlingOf(tx, council, found.response),
      twins: (await twinsOf(tx, council, [found.response])).map(({ reason, first }) => ({ reason, first })),
    })
  },
})

/** What came in by each channel, and what became of it. */
export const viewReconciliation = query({
  name: 'consultations.view-reconciliation',
  title: 'Reconcile what was received with what was done',
  may: [...staff],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, council } = work
    const found = await known(work, ref)
    if (!found) return missing(`There is no consultation ${ref} that has opened.`)
    return done({
      title: found.title,
      groups: found.groups,
      reconciled: await reconciled(work, found),
      campaigns: await campaignsOf(tx, council, found.consultation),
      likely: await likelyCampaigns(tx, council, found.consultation, 3),
    })
  },
})

/** The boxes of paper forms, and how well they are keyed in. */
export const viewPaper = query({
  name: 'consultations.view-paper',
  title: 'See the paper forms of a consultation',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const { tx, council } = work
    const found = await known(work, ref)
    if (!found) return missing(`There is no consultation ${ref} that has opened.`)
    const questions = questionsOf(found.questionnaire)
    const rates = ratesOf(
      questions.map(({ key }) => key),
      await doubleKeyed(tx, council, found.consultation),
    )
    return done({
      title: found.title,
      questionnaire: found.questionnaire,
      secondKeyed: found.secondKeyed,
      batches: await formsCounted(tx, council, found.consultation),
      rates,
    })
  },
})

/** The forms of one box. */
export const viewBatch = query({
  name: 'consultations.view-batch',
  title: 'See the forms of a box',
  may: [officer],
  input: z.object({ ref, batch: uuid }),
  async run(work, { ref, batch }) {
    const {
      tx,
      council,
      actor: { account },
    } = work
    const found = await known(work, ref)
    const line = found && (await formsCounted(tx, council, found.consultation)).find((one) => one.batch === batch)
    if (!found || !line) return missing('There is no such box.')
    const yours = account === null ? [] : await formsKeyedBy(tx, council, batch, account)
    return done({
      title: found.title,
      batch: line,
      forms: (await formsOf(tx, council, batch)).map(({ image, ...form }) => ({
        ...form,
        image: image && Buffer.from(image).toString('hex'),
        keyedByYou: yours.includes(form.form),
      })),
    })
  },
})

/**
 * One form, to be keyed in: what somebody else read is not shown, so that the second reading is a reading. Where both are there and
 * differ, both are shown to be settled.
 */
export const viewForm = query({
  name: 'consultations.view-form',
  title: 'See a paper form',
  may: [officer],
  input: z.object({ form: uuid }),
  async run({ tx, actor: { council, account } }, { form }) {
    const found = await findForm(tx, council, form)
    const consultation = found && (await findConsultation(tx, council, found.ref))
    if (!found || !consultation) return missing('There is no such form.')
    const keyings = await keyingsOf(tx, council, form)
    const open = keyings.length >= 2 || found.receipt !== null
    return done({
      form: { ...found, image: found.image && Buffer.from(found.image).toString('hex') },
      title: consultation.title,
      questionnaire: consultation.questionnaire,
      keyings: open ? keyings : [],
      keyedByYou: keyings.some(({ keyer }) => keyer === account),
      keyedTimes: keyings.length,
    })
  },
})

/** A workshop with its bookings. */
export const viewWorkshop = query({
  name: 'consultations.view-workshop',
  title: 'See who comes to a workshop',
  may: [officer],
  input: z.object({ workshop: uuid }),
  async run({ tx, council }, { workshop }) {
    const found = await findWorkshop(tx, council, workshop)
    return found
      ? done({ workshop: found, bookings: await bookingsOf(tx, council, workshop) })
      : missing('There is no such workshop.')
  },
})

/** How many chose what, of the answers about who people are; small numbers are not for publication as they stand. */
export const viewEquality = query({
  name: 'consultations.view-equality',
  title: 'Count who answered',
  may: [officer],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const found = await known(work, ref)
    if (!found) return missing(`There is no consultation ${ref} that has opened.`)
    return done({
      title: found.title,
      questions: found.questionnaire.equality,
      ...(await equalityCounts(work, found.consultation)),
    })
  },
})
