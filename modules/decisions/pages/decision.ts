import { actPath, isStaff, mandatePath, postPath, powerWords } from '#authority'
import { statusTag } from '#govuk'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { toJson } from '#platform/json.ts'
import { pounds } from '#platform/money.ts'
import type { Page, Visit } from '#platform/page.ts'
import { threadPath } from '#platform/thread.ts'
import { anyone, type Refusal, type Answer } from '#platform/use-case.ts'
import { amendmentShown, callInHistory, callInsInPublic } from '../call-in/pages/shown.ts'
import { clockAsCounted } from '../clock.ts'
import { operative, type Standing } from '../decision.ts'
import { viewDecision } from '../queries.ts'
import type { PublicDecision } from '../register.ts'
import { correctedProse } from '../corrections/pages/shown.ts'
import { decisionDocxPath, decisionPdfPath } from '../documents/paths.ts'
import { clockDrawn } from './clock.ts'
import { dayWords, grantCard } from './grants.ts'
import { publicParts } from './parts.ts'
import { decisionJsonPath, decisionPath, recordPath, registerPath } from './paths.ts'
import { refusedAsJson } from './register-files.ts'
import { standingTag, verbTag } from './state-tag.ts'
import { whoAllowed } from './who-allowed.ts'

type Found = Answer<typeof viewDecision>

/** Who decided this, and what came of it? */
export const decisionPage: Page = {
  path: decisionPath.pattern,
  may: [anyone],
  remembered: true,
  get: async (visit) => {
    const outcome = await visit.ask(viewDecision, { ref: visit.params['ref'] })
    return outcome.ok
      ? { view: { title: outcome.value.decision.title, back: registerPath(), body: shown(visit, outcome.value) } }
      : { refusal: unknown(outcome.refusal, visit) }
  },
}

/** The same as data. */
export const decisionJson: Page = {
  path: decisionJsonPath.pattern,
  may: [anyone],
  get: async (visit) => {
    const outcome = await visit.ask(viewDecision, { ref: visit.params['ref'] })
    if (!outcome.ok) return refusedAsJson(unknown(outcome.refusal, visit), 404)
    const { decision, standing, decidedUnder, mandates, fallbacks } = outcome.value
    return {
      file: toJson({
        ...decision,
        standing,
        decidedUnder,
        address: decisionPath(decision),
        mandates: mandates.map((one) => ({ ...one, fallbacks: fallbacks[one.ref] ?? [] })),
      }),
      type: 'application/json; charset=utf-8',
    }
  },
}

const unknown = (refusal: Refusal, { params }: Visit): Refusal =>
  refusal.kind !== 'invalid'
    ? refusal
    : {
        ...refusal,
        kind: 'missing',
        what: `There is no published decision ${params['ref'] ?? ''}.`,
        because: [],
        next: 'Check the address or the reference.',
      }

function shown(visit: Visit, found: Found): Html {
  const { decision, standing, decidedUnder, mandates, fallbacks } = found
  const more = publicParts.flatMap(({ section }) => section?.(visit, found) ?? [])
  const { ref } = decision
  const calledIn = new Set(decision.clauses.filter((one) => one.calledIn).map(({ label }) => label))
  return html`<div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">${[ref, ...decision.identifiers].join(' · ')}</span>
        <h1 class="govuk-heading-l">${decision.title}</h1>
        <p class="govuk-body">${standingTag(standing)} ${decision.isKey && statusTag('Key decision')}</p>
        ${standsNow(decision, standing)}
        <h2 class="govuk-heading-m" id="who">Who decided this?</h2>
        <p class="govuk-body">
          <strong>${whoDecided(decision)}</strong>, on ${longDay(Temporal.PlainDate.from(decision.decidedOn))}.
        </p>
        <p class="govuk-body">
          In deciding, the power to ${powerWords(decision.isKey ? 'decide-key' : 'decide')} was used: act
          <a class="govuk-link" href="${actPath({ ref: decision.decidedAct })}">${decision.decidedAct}</a
          >${decidedUnder !== null && html`, under mandate <a class="govuk-link" href="${mandatePath({ ref: decidedUnder })}">${decidedUnder}</a>`}.
          <a class="govuk-link" href="${threadPath({ ref })}">Follow the thread</a> from here back to the constitution.
        </p>
        ${whoAllowed(found)}
        <h2 class="govuk-heading-m" id="what">What was decided?</h2>
        ${clausesShown(decision, standing, visit.today)} ${worth(decision)}
        <h2 class="govuk-heading-m" id="why">Why?</h2>
        ${correctedProse(decision, 'reasons', null, decision.reasons)}${
          decision.purpose !== null
          && html`<h3 class="govuk-heading-s">What it is for</h3>
            ${correctedProse(decision, 'purpose', null, decision.purpose)}`
        }
        <h2 class="govuk-heading-m" id="alternatives">What else was considered?</h2>
        ${correctedProse(decision, 'alternatives', null, decision.alternatives)}
        <h2 class="govuk-heading-m" id="conflicts">Did anybody have an interest in it?</h2>
        ${correctedProse(decision, 'conflicts', null, decision.conflicts)}${correctedProse(decision, 'dispensations', null, decision.dispensations)}
      </div>
      <div class="govuk-grid-column-one-third">${aside(visit, decision, more)}</div>
    </div>
    <h2 class="govuk-heading-m" id="when">When does it take effect?</h2>
    ${clockShown(visit, decision)}
    <section id="authorises">
      <h2 class="govuk-heading-m">What does it authorise, and how much has been used?</h2>
      ${mandates.length === 0 ? html`<p class="govuk-body">It gives no post a power that it did not have before.</p>` : mandates.map((given) => grantCard(given, fallbacks[given.ref] ?? [], calledIn.has(given.clauseLabel)))}
    </section>
    <h2 class="govuk-heading-m" id="called-in">Has it been called in?</h2>
    ${callInsShown(decision, standing)}
    ${more.map(
      ({ id, heading, body }) =>
        html`<h2 class="govuk-heading-m" id="${id}">${heading}</h2>
          ${body}`,
    )}
    <h2 class="govuk-heading-m" id="history">History</h2>
    ${history(decision, standing)}`
}

// "Desmond Okoro, Cabinet Member" or "Cabinet": the post in it leads to what the post may do.
function whoDecided({ maker, decidedBy }: PublicDecision): Html {
  const post = html`<a class="govuk-link" href="${postPath({ post: maker.post })}">${maker.title}</a>`
  return decidedBy.endsWith(maker.title)
    ? html`${decidedBy.slice(0, -maker.title.length)}${post}`
    : html`${decidedBy} (${post})`
}

const effectiveDay = ({ effectiveOn }: PublicDecision) => Temporal.PlainDate.from(effectiveOn)

function standsNow(decision: PublicDecision, standing: Standing): Html | false {
  switch (standing) {
    case 'call-in open':
      return html`<div class="govuk-inset-text">
        It takes effect on <strong>${longDay(effectiveDay(decision))}</strong>, unless it is called in before. Until
        then it authorises nothing.
      </div>`
    case 'called in':
      return html`<div class="govuk-inset-text">
        Some of it is <strong>called in</strong>: what hangs on those clauses is suspended until scrutiny has dealt with
        it.
      </div>`
    case 'superseded':
      return html`<div class="govuk-inset-text">
        A later decision stands in its place:
        ${decision.supersededBy && html`<a class="govuk-link" href="${decisionPath({ ref: decision.supersededBy })}">${decision.supersededBy}</a>`}.
      </div>`
    default:
      return false
  }
}

function clausesShown(decision: PublicDecision, standing: Standing, today: Temporal.PlainDate): Html {
  const begun = Temporal.PlainDate.compare(today, effectiveDay(decision)) >= 0
  const became = (place: number) => decision.amendments?.findLast((one) => one.place === place)?.kind
  return html`<ol class="remit-entries">
    ${decision.clauses.map(({ label, verb, words, calledIn, mandates }, place) => {
      const decides = operative.includes(verb)
      return html`<li class="remit-entry">
        <p class="govuk-body remit-entry__head">
          ${label !== null && html`<strong>(${label})</strong> `}${verbTag(verb, decides)}
          ${clauseStanding(decides, calledIn, standing, begun, became(place))}
        </p>
        ${correctedProse(decision, 'clause', place, words)}${amendmentShown(place, decision)}${
          mandates.length > 0
          && html`<p class="govuk-body-s">
            ${became(place) === undefined ? 'Gives' : 'Gave'}
            ${mandates.map((ref, at) => html`${at > 0 && ', '}<a class="govuk-link" href="#${ref}">${ref}</a>`)}
          </p>`
        }
      </li>`
    })}
  </ol>`
}

/** A clause stands by itself: one may be called in while the others go on. */
export function clauseStanding(
  decides: boolean,
  calledIn: boolean,
  standing: Standing,
  begun: boolean,
  became?: 'amended' | 'rescinded',
): Html {
  if (became === 'rescinded') return statusTag('Rescinded', 'ended')
  if (!decides) return statusTag('Decides nothing by itself', 'ended')
  if (calledIn) return statusTag('Called in', 'bad')
  if (standing === 'superseded') return statusTag('Superseded', 'ended')
  return begun ? statusTag('In force', 'good') : statusTag('Not yet in force', 'waiting')
}

const worth = ({ value }: PublicDecision): Html =>
  html`<p class="govuk-body">
    ${
      value.kind === 'stated' && value.pence !== null
        ? html`It is worth <strong>${pounds(BigInt(value.pence))}</strong> over its whole life.`
        : value.kind === 'none'
          ? 'It commits no money.'
          : value.kind === 'withheld'
            ? html`What it is worth is <a class="govuk-link" href="#withheld">withheld</a>.`
            : 'The record does not state what it is worth.'
    }
  </p>`

function clockShown({ today }: Visit, decision: PublicDecision): Html {
  const effective = effectiveDay(decision)
  const { callIn } = decision
  if (!callIn)
    return html`<p class="govuk-body">
      On <strong>${longDay(effective)}</strong>, the day of its publication: it is not subject to call-in.
    </p>`
  const days = {
    publishedOn: Temporal.PlainDate.from(decision.publishedOn),
    decidedOn: Temporal.PlainDate.from(decision.decidedOn),
  }
  return clockDrawn({ clock: clockAsCounted(callIn.rule, days), source: callIn.source, effective, today })
}

const callInsShown = (decision: PublicDecision, standing: Standing): Html =>
  callInsInPublic(
    decision,
    html`<p class="govuk-body">
      ${
        decision.callIn === null
          ? 'No. It is not subject to call-in.'
          : standing === 'call-in open'
            ? `Not so far. It can be called in until ${dayWords(decision.callIn.lastDay)}.`
            : 'No.'
      }
    </p>`,
  )

/** What happened to it, day by day. */
function history(decision: PublicDecision, standing: Standing): Html {
  const events: { day: string; says: Html }[] = [
    { day: decision.decidedOn, says: html`Decided by ${decision.decidedBy}` },
    { day: decision.publishedOn, says: html`Published` },
    ...callInHistory(decision),
    ...publicParts.flatMap(({ history: days }) => days?.(decision) ?? []),
    { day: decision.effectiveOn, says: html`${effect(decision, standing)}` },
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return html`<ul class="govuk-list">
    ${events.map(({ day, says }) => html`<li><strong>${dayWords(day)}</strong>: ${says}</li>`)}${
      decision.supersedes !== null
      && html`<li>
        It supersedes
        <a class="govuk-link" href="${decisionPath({ ref: decision.supersedes })}">${decision.supersedes}</a>
      </li>`
    }${
      decision.supersededBy !== null
      && html`<li>
        It is superseded by
        <a class="govuk-link" href="${decisionPath({ ref: decision.supersededBy })}">${decision.supersededBy}</a>
      </li>`
    }
  </ul>`
}

const effect = ({ callIn, callIns }: PublicDecision, standing: Standing): string =>
  standing === 'call-in open'
    ? 'Takes effect unless it is called in'
    : standing === 'called in'
      ? 'Takes effect, but for what is called in'
      : callIn !== null && callIns.length > 0
        ? 'Took effect, but for what was called in then'
        : 'Took effect'

function aside({ actor }: Visit, decision: PublicDecision, more: { id: string; heading: string }[]): Html {
  const { ref } = decision
  return html`<aside class="remit-aside" aria-label="About this record">
    <div class="remit-contents">
      <h2 class="govuk-heading-s">On this page</h2>
      <ul class="govuk-list">
        ${[...sections, ...more.map(({ id, heading }) => [id, heading] as const), ['history', 'History'] as const].map(([id, text]) => html`<li><a class="govuk-link" href="#${id}">${text}</a></li>`)}
      </ul>
    </div>
    <h2 class="govuk-heading-s">About this record</h2>
    <dl class="govuk-body-s remit-definitions">
      <dt>Reference</dt>
      <dd>${ref}</dd>
      ${
        decision.identifiers.length > 0
        && html`<dt>Also known as</dt>
          <dd>${decision.identifiers.join(', ')}</dd>`
      }
      <dt>Key decision</dt>
      <dd>${decision.isKey ? 'Yes' : 'No'}${decision.keyReasoning !== null && html`: ${decision.keyReasoning}`}</dd>
      ${
        decision.author !== null
        && html`<dt>Report by</dt>
          <dd>${decision.author}</dd>`
      }${
        decision.wards !== null
        && html`<dt>Wards</dt>
          <dd>${decision.wards}</dd>`
      }
    </dl>
    <ul class="govuk-list">
      <li><a class="govuk-link" href="${threadPath({ ref })}">The thread behind it</a></li>
      <li><a class="govuk-link" href="${decisionPdfPath({ ref })}">As PDF</a></li>
      <li><a class="govuk-link" href="${decisionDocxPath({ ref })}">As a Word document</a></li>
      <li><a class="govuk-link" href="${decisionJsonPath({ ref })}">As data (JSON)</a></li>
      ${isStaff(actor) && html`<li><a class="govuk-link" href="${recordPath({ ref })}">On the desk</a></li>`}
    </ul>
  </aside>`
}

const sections = [
  ['who', 'Who decided this?'],
  ['what', 'What was decided?'],
  ['why', 'Why?'],
  ['alternatives', 'What else was considered?'],
  ['conflicts', 'Did anybody have an interest in it?'],
  ['when', 'When does it take effect?'],
  ['authorises', 'What does it authorise?'],
  ['called-in', 'Has it been called in?'],
] as const
