import { decisionMaker, democraticServices, scrutiny } from '#authority'
import { button, facts, statusTag } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import { dayWords } from '../../pages/grants.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { prose } from '../../pages/prose.ts'
import { requestDocumentPath } from '../../requests/paths.ts'
import { answerChallengePath, challengePath, closeChallengePath } from '../paths.ts'
import { viewChallenges } from '../queries.ts'
import type { PublicChallenge } from '../part.ts'
import type { Challenge } from '../store.ts'

/** What the desk shows of challenges, and what scrutiny may ask for. */
export const challengeOnDesk: DeskPart = {
  actions: async ({ actor }, { decision: d }) =>
    actor.roles.includes(scrutiny) && d.decidedOn !== null
      ? [
          html`<a class="govuk-link" href="${requestDocumentPath({ ref: d.ref })}">Ask for a document</a>`,
          ...(d.isKey === false && (d.state === 'published' || d.state === 'superseded')
            ? [html`<a class="govuk-link" href="${challengePath({ ref: d.ref })}">It should have been key</a>`]
            : []),
        ]
      : [],
  section: async (visit, { decision, choices }) => {
    if (decision.publishedOn === null) return null
    const outcome = await visit.ask(viewChallenges, { ref: decision.ref })
    if (!outcome.ok || outcome.value.challenges.length === 0) return null
    const title = (post: string) => choices.posts.find((one) => one.post === post)?.title ?? post
    return html`<h2 class="govuk-heading-m" id="should-be-key">Should it have been key?</h2>
      ${outcome.value.challenges.map((one) => html`${card(asShown(one, title(one.committee)))}${next(visit, one)}`)}`
  },
}

const asShown = (one: Challenge, committee: string): PublicChallenge => ({
  challenge: one.challenge,
  committee,
  raisedOn: one.raisedOn.toString(),
  reasons: one.reasons,
  due: one.due.toString(),
  answeredOn: one.answeredOn?.toString() ?? null,
  answeredBy: one.answeredBy,
  report: one.report,
  late: one.answeredOn !== null && Temporal.PlainDate.compare(one.answeredOn, one.due) > 0,
  closedOn: one.closedOn?.toString() ?? null,
  outcome: one.outcome,
  says: one.outcomeSays,
})

function next({ actor }: Visit, { ref, challenge, report, closedOn }: Challenge): Html | false {
  const at = { ref, challenge }
  if (report === null)
    return (
      (actor.roles.includes(decisionMaker) || actor.roles.includes(democraticServices))
      && html`<p class="govuk-body">${button({ text: 'Give the report', href: answerChallengePath(at) })}</p>`
    )
  return (
    closedOn === null
    && actor.roles.includes(scrutiny)
    && html`<p class="govuk-body">
      ${button({ text: 'Say what scrutiny makes of it', href: closeChallengePath(at) })}
    </p>`
  )
}

/** What the public sees of challenges. */
export const challengeInPublic: PublicPart = {
  section: (_, { decision: { keyChallenges = [] } }) =>
    keyChallenges.length === 0
      ? null
      : { id: 'should-be-key', heading: 'Should it have been a key decision?', body: html`${keyChallenges.map(card)}` },
  history: ({ keyChallenges = [] }) =>
    keyChallenges.flatMap((one) => [
      { day: one.raisedOn, says: html`${one.committee} required a report on why it was not a key decision` },
      ...(one.answeredOn === null ? [] : [{ day: one.answeredOn, says: html`The executive reported to scrutiny` }]),
    ]),
}

const card = (one: PublicChallenge): Html =>
  facts({
    title: `Asked on ${dayWords(one.raisedOn)} (${one.challenge})`,
    rows: [
      { key: 'By', value: one.committee },
      { key: 'Why', value: prose(one.reasons) },
      { key: 'Report required by', value: dayWords(one.due) },
      ...(one.report === null
        ? [{ key: 'Report', value: 'Not yet given' }]
        : [
            {
              key: 'Report',
              value: html`<p class="govuk-body">
                Given on ${dayWords(one.answeredOn ?? one.due)} by ${one.answeredBy}
                ${one.late && statusTag('Late', 'bad')}
              </p>`,
            },
            { key: 'The decision', value: prose(one.report.decision) },
            { key: 'Its reasons', value: prose(one.report.reasons) },
            { key: 'Who made it', value: one.report.maker },
            {
              key: 'Should it have been key?',
              value: one.report.agrees ? 'The executive agrees that it should.' : prose(one.report.whyNotKey ?? ''),
            },
          ]),
      one.outcome !== null && {
        key: 'Scrutiny',
        value: html`<p class="govuk-body">
            ${one.outcome === 'satisfied' ? 'is satisfied' : 'is not satisfied'}, ${dayWords(one.closedOn ?? one.due)}
          </p>
          ${prose(one.says ?? '')}`,
      },
    ],
  })
