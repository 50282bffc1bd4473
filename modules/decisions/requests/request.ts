import { z } from 'zod'
import { democraticServices, nextRef, officer, postsHeldBy, scrutiny } from '#authority'
import { longDay } from '#platform/days.ts'
import { fileKindOf } from '#platform/file-kind.ts'
import { keepFile } from '#platform/files.ts'
import { optionalText, ref, text } from '#platform/input.ts'
import { done, invalid, missing, query, refused, useCase } from '#platform/use-case.ts'
import { theDecision } from '../draft.ts'
import { fileBytes, notAPaper } from '../papers/put-papers.ts'
import { documentDue, refusalGivesReasons } from './rules/documents-in-time.ts'
import { answerRequest, fileOfRequest, findRequest, insertRequest } from './store.ts'

/**
 * A member asks for a document that bears on an executive decision: as a member of the council (SI 2012/2089, reg 16) or of
 * scrutiny (reg 17). The clock starts at once.
 */
export const requestDocument = useCase({
  name: 'decisions.request-document',
  title: 'Ask for a document',
  may: [scrutiny],
  input: z.object({
    ref,
    basis: z.enum(['member', 'scrutiny'], 'Choose the right under which you ask.'),
    document: text(2000, 'Say which document you ask for.'),
    relevance: optionalText(2000),
  }),
  async run(work, { ref, basis, document, relevance }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, actor, today, now } = work
    const { decision, decidedOn, title } = outcome.value
    if (!actor.account) return refused('Somebody must ask.', [], 'Sign in first.')
    if (!decidedOn)
      return refused(
        `${ref} has not been decided.`,
        'The right is to documents of a decision that has been made.',
        'Look at the notices and the agenda for what is to come.',
      )
    const held = await postsHeldBy(tx, actor.council, actor.account, today)
    if (basis === 'scrutiny' && !held.some(({ kind }) => kind === 'committee'))
      return refused(
        'Only a member of a scrutiny committee can ask as one.',
        `${actor.name} held no such seat on ${longDay(today)}.`,
      )
    const request = await nextRef(tx, actor.council, 'R', today)
    const due = documentDue({ basis, decided: decidedOn, asked: today })
    await insertRequest(
      tx,
      actor.council,
      {
        request,
        decision,
        basis,
        askedOn: today,
        askedBy: actor.name,
        askedAccount: actor.account,
        document,
        relevance,
        due,
      },
      now,
    )
    work.announce('decisions.document-requested', { request, ref, title, due: due.toString() })
    return done({ request, due })
  },
})

/** Gives the document that a member asked for, or refuses it in writing with reasons. */
export const answerDocumentRequest = useCase({
  name: 'decisions.answer-document-request',
  title: 'Answer a member who asks for a document',
  may: [democraticServices, officer],
  input: z.object({
    request: ref,
    outcome: z.enum(['given', 'refused'], 'Choose whether the document is given.'),
    says: optionalText(4000),
    ground: z.enum(['not-executive', 'not-relevant', 'political-adviser', 'exempt']).optional(),
    name: text(200).optional(),
    bytes: fileBytes.optional(),
  }),
  async run(work, { request, outcome, says, ground, name, bytes }) {
    const { tx, actor, today, now } = work
    const found = await findRequest(tx, actor.council, request)
    if (!found) return missing(`There is no request ${request}.`)
    work.about(found.ref)
    if (found.outcome) return refused(`${request} was answered on ${longDay(found.answeredOn ?? today)}.`)
    if (outcome === 'refused') {
      if (!ground) return invalid({ ground: 'Choose the reason that the regulations know.' })
      const finding = refusalGivesReasons.check({ basis: found.basis, ground, says })
      if (finding.outcome !== 'met')
        return refused(
          'The document cannot be refused like this.',
          finding.says ?? '',
          'Give it, or state a reason that the regulations know.',
        )
      if (bytes) return invalid({ bytes: 'A document that is refused is not attached.' })
    }
    if (outcome === 'given' && !bytes && !says)
      return invalid({ says: 'Attach the document, or say where the member has it.' })
    const wrong = bytes && notAPaper(bytes)
    if (wrong) return invalid({ bytes: wrong })
    const kind = bytes && fileKindOf(bytes)
    const file =
      bytes && kind
        ? await keepFile(tx, actor.council, { name: name ?? 'document', mediaType: kind.mediaType, bytes }, now)
        : null
    await answerRequest(tx, actor.council, {
      request,
      on: today,
      by: actor.name,
      outcome,
      ground: outcome === 'refused' ? (ground ?? null) : null,
      says,
      file,
      fileName: file ? (name ?? 'document') : null,
    })
    work.announce('decisions.document-answered', {
      request,
      ref: found.ref,
      title: found.title,
      outcome,
      account: found.askedAccount,
    })
    return done({ request })
  },
})

/** The document that a member was given; for whoever asked, and for those who answer. */
export const readRequestedDocument = query({
  name: 'decisions.read-requested-document',
  title: 'Read a document that was asked for',
  may: [scrutiny, democraticServices, officer],
  input: z.object({ request: ref }),
  async run({ tx, actor }, { request }) {
    const found = await findRequest(tx, actor.council, request)
    const file = found && (await fileOfRequest(tx, actor.council, request))
    const answers = actor.roles.includes(democraticServices) || actor.roles.includes(officer)
    if (!found || !file || (!answers && found.askedAccount !== actor.account))
      return missing('There is no such document for you.')
    return done(file)
  },
})
