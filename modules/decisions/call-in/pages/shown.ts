import { decisionMaker, democraticServices, mandatePath, monitoringOfficer, scrutiny } from '#authority'
import { button, facts, statusTag, stepLine, type StepShown } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import type { OnDesk } from '../../pages/draft-question.ts'
import { dayWords, listWords } from '../../pages/grants.ts'
import type { DeskPart } from '../../pages/parts.ts'
import { prose } from '../../pages/prose.ts'
import { isBody } from '../../sign.ts'
import type { PublicDecision } from '../../register.ts'
import {
  callInPath,
  councilPath,
  exemptPath,
  heardPath,
  hearingPath,
  judgePath,
  lapsePath,
  reopenPath,
  reconsiderPath,
  withdrawCallInPath,
} from '../paths.ts'
import { callInAsPublic, type PublicAmendment, type PublicCallIn, type PublicStep } from '../public.ts'
import { isClosed, stateWords, type CallInState } from '../states.ts'
import type { CallIn } from '../store.ts'

/** What the desk shows of call-ins: how each stands, and what this person may do next. */
export const callInOnDesk: DeskPart = {
  actions: async ({ actor, today }, { decision: d, callIns }) => {
    const may = (role: string) => actor.roles.includes(role)
    const last = [d.callInLastDay, ...callIns.map(({ correctBy }) => correctBy)].some(
      (day) => day && Temporal.PlainDate.compare(today, day) <= 0,
    )
    return [
      ...(d.state === 'published' && last && may(scrutiny)
        ? [button({ text: 'Call clauses in', href: callInPath({ ref: d.ref }) })]
        : []),
      ...(d.state === 'decided' && d.subjectToCallIn && may(democraticServices)
        ? [html`<a class="govuk-link" href="${exemptPath({ ref: d.ref })}">It is too urgent to be called in</a>`]
        : []),
    ]
  },
  section: async (visit, seen) => {
    const { decision: d, callIns } = seen
    if (callIns.length === 0) return null
    return html`<h2 class="govuk-heading-m" id="call-ins">Call-ins</h2>
      ${callIns.map(
        (one) =>
          html`${callInCard(callInAsPublic(one, d.clauses, bodyTitle(seen, one)))}${nextSteps(visit, seen, one)}`,
      )}`
  },
}

const bodyTitle = ({ choices }: OnDesk, { body }: CallIn): string | null =>
  body === null ? null : (choices.posts.find(({ post }) => post === body)?.title ?? body)

/** What may be done with a call-in now, by whoever looks. */
function nextSteps(
  { actor, today }: Visit,
  { decision: d, choices }: OnDesk,
  { callIn, state, due, hearing, calledBy, by }: CallIn,
): Html | false {
  const may = (role: string) => actor.roles.includes(role)
  const at = { ref: d.ref, callIn }
  const overdue = due !== null && Temporal.PlainDate.compare(today, due) > 0
  const maker = choices.posts.find(({ post }) => post === d.maker)
  const caller =
    may(scrutiny)
    && (by === actor.account || calledBy.some(({ account }) => account !== null && account === actor.account))
  const second = (text: string, href: string) => button({ text, href, classes: 'govuk-button--secondary' })
  const links: Html[] = []
  if (state === 'received' && (may(monitoringOfficer) || may(democraticServices)))
    links.push(button({ text: 'Judge whether it is valid', href: judgePath(at) }))
  if (state === 'valid' && may(democraticServices)) {
    links.push(
      button({ text: 'Record how it was heard', href: heardPath(at) }),
      second(hearing === null ? 'Fix the hearing' : 'Move the hearing', hearingPath(at)),
    )
  }
  if (state === 'referred-to-council' && may(democraticServices))
    links.push(button({ text: 'Record what council said', href: councilPath(at) }))
  if (state === 'referred-back' && (may(decisionMaker) || (may(democraticServices) && maker && isBody(maker))))
    links.push(button({ text: 'Reconsider the decision', href: reconsiderPath(at) }))
  if (
    overdue
    && (state === 'valid' || state === 'referred-back')
    && (may(democraticServices) || may(monitoringOfficer))
  )
    links.push(second('Record that its time ran out', lapsePath(at)))
  if (state === 'lapsed' && (may(democraticServices) || may(monitoringOfficer)))
    links.push(second('Take back that its time ran out', reopenPath(at)))
  if ((state === 'received' || state === 'valid') && (caller || may(democraticServices)))
    links.push(html`<a class="govuk-link" href="${withdrawCallInPath(at)}">Withdraw</a>`)
  return links.length > 0 && html`<div class="govuk-button-group">${links}</div>`
}

/** How a call-in stands, as a tag. */
export const callInTag = (state: CallInState): Html =>
  statusTag(
    stateWords[state],
    isClosed(state)
      ? state === 'amended' || state === 'rescinded'
        ? 'information'
        : 'ended'
      : state === 'received' || state === 'valid'
        ? 'waiting'
        : 'bad',
  )

/** A call-in that was kept before its stages were: it was open, or closed as its outcome says. */
const stateOf = ({ state, outcome }: PublicCallIn): CallInState =>
  state ?? (outcome === 'withdrawn' ? 'withdrawn' : outcome === null ? 'received' : 'released')

/** One call-in: the line of its stages, then who, which clauses, why, and every step in words. */
export function callInCard(one: PublicCallIn): Html {
  const state = stateOf(one)
  const by = one.calledBy?.some(({ title, withdrawn }) => title !== null || withdrawn !== null)
    ? one.calledBy.map(
        ({ name, title, withdrawn }) =>
          `${name}${title ? `, ${title}` : ''}${withdrawn ? ` (withdrew on ${dayWords(withdrawn)})` : ''}`,
      )
    : [one.callers]
  return html`${stepLine({ title: 'How far the call-in is', steps: lineOf(one, state) })}${facts({
    title: `Called in on ${dayWords(one.calledOn)}`,
    rows: [
      { key: 'Standing', value: callInTag(state) },
      {
        key: 'Clauses',
        value: listWords(one.clauses.map((label) => (label === null ? 'one without a letter' : `(${label})`))),
      },
      { key: 'By', value: by },
      {
        key: 'Grounds',
        value: html`${
          (one.chosen ?? []).length > 0
          && html`<ul class="govuk-list govuk-list--bullet">
            ${one.chosen?.map((ground) => html`<li>${ground}</li>`)}
          </ul>`
        }${one.grounds !== '' && prose(one.grounds)}`,
      },
      Boolean(one.substitute) && { key: 'Instead', value: prose(one.substitute ?? '') },
      ...(one.steps ?? []).flatMap((step) => stepFacts(step)),
      (one.steps ?? []).length === 0 && {
        key: 'Outcome',
        value:
          one.outcome === null
            ? 'Still to be dealt with'
            : html`${stateWords[state]} on
              ${dayWords(one.releasedOn ?? one.calledOn)}${one.says !== null && html`: ${one.says}`}`,
      },
    ],
  })}`
}

const stepTitles: Record<string, string> = {
  valid: 'Judged valid',
  invalid: 'Judged not valid',
  'hearing-fixed': 'Hearing',
  'name-withdrawn': 'Name withdrawn',
  withdrawn: 'Withdrawn',
  released: 'Released',
  'referred-back': 'Referred back',
  'referred-to-council': 'Referred to full council',
  confirmed: 'Confirmed',
  amended: 'Amended',
  rescinded: 'Rescinded',
  lapsed: 'Time ran out',
  reopened: 'Taken back: its time had not run out',
}

function stepFacts(step: PublicStep): { key: string; value: Html }[] {
  const title = stepTitles[step.what]
  if (title === undefined) return []
  const heard = step.hearing !== null && step.body !== null
  const on = step.what === 'hearing-fixed' ? (step.hearing ?? step.on) : step.on
  return [
    {
      key: title,
      value: html`<p class="govuk-body">
          <strong>${dayWords(on)}</strong
          >${heard && html`, ${step.what === 'hearing-fixed' ? '' : 'heard by '}${step.body}${step.what !== 'hearing-fixed' && step.hearing !== step.on && html` on ${dayWords(step.hearing ?? step.on)}`}`}${
            step.name !== null && html`: ${step.name}`
          }${step.late && html` ${statusTag('Late', 'bad')}`}${step.from !== null && step.from !== step.on && html`. What was suspended stands again from ${dayWords(step.from)}`}
        </p>
        ${
          step.says !== null && prose(step.says)
        }${step.attended.length > 0 && html`<p class="govuk-body-s">Attended: ${listWords(step.attended)}</p>`}${step.advice.map(
          ({ by, says, contrary }) =>
            html`<p class="govuk-body-s">
              ${by} advised that it ${contrary ? 'goes' : 'does not go'} against the budget or the policy framework:
              ${says}
            </p>`,
        )}${
          step.what === 'invalid'
          && step.due !== null
          && html`<p class="govuk-body-s">It could be put right until ${dayWords(step.due)}.</p>`
        }`,
    },
  ]
}

/** The stages that a call-in has gone through, the one that it is at, and those that may still come. */
function lineOf(one: PublicCallIn, state: CallInState): StepShown[] {
  const steps = one.steps ?? []
  const when = (...what: string[]): PublicStep | undefined => steps.findLast((step) => what.includes(step.what))
  const done = (title: string, step: PublicStep | undefined): StepShown => ({
    title,
    says: dayWords(step?.hearing ?? step?.on ?? one.calledOn),
    state: 'done',
  })
  const due = one.due ? `by ${dayWords(one.due)}` : null
  const line: StepShown[] = [{ title: 'Called in', says: dayWords(one.calledOn), state: 'done' }]
  if (when('valid')) line.push(done('Judged valid', when('valid')))
  else if (state === 'received') line.push({ title: 'To be judged', state: 'now' })
  const heard = when('referred-back', 'referred-to-council') ?? (state === 'released' ? when('released') : undefined)
  if (heard)
    line.push(done(when('referred-to-council') ? 'Referred to council' : 'Heard', when('referred-to-council') ?? heard))
  else if (state === 'valid')
    line.push({ title: 'To be heard', says: one.hearing ? dayWords(one.hearing.on) : due, state: 'now' })
  else if (state === 'received') line.push({ title: 'Heard', says: due, state: 'later' })
  if (state === 'referred-to-council') line.push({ title: 'Before full council', state: 'now' })
  if (when('referred-back') && when('referred-to-council')) line.push(done('Council’s views', when('referred-back')))
  if (state === 'referred-back') line.push({ title: 'To be reconsidered', says: due, state: 'now' })
  if (isClosed(state))
    line.push({ title: stateWords[state], says: dayWords(one.releasedOn ?? one.calledOn), state: 'ended' })
  else line.push({ title: 'Released, amended or rescinded', state: 'later' })
  return line
}

/** The part of a decision's public page that answers whether it was called in. */
export function callInsInPublic({ callIns, callInWaiver }: PublicDecision, otherwise: Html): Html {
  return html`${
    callInWaiver
    && html`<div class="govuk-inset-text">
      <p class="govuk-body">
        It was exempt from call-in as urgent: ${callInWaiver.agreedBy}, ${callInWaiver.post}, agreed on
        ${dayWords(callInWaiver.agreedOn)}.
      </p>
      ${prose(callInWaiver.reasons)}
    </div>`
  }${callIns.length === 0 ? !callInWaiver && otherwise : callIns.map(callInCard)}`
}

/** What reconsideration made of a clause, to stand below its words as they were signed. */
export function amendmentShown(place: number, { amendments = [] }: PublicDecision): Html {
  return html`${amendments
    .filter((one) => one.place === place)
    .map(
      (one) =>
        html`<div class="govuk-inset-text">
          <p class="govuk-body">
            ${statusTag(one.kind === 'amended' ? 'Amended' : 'Rescinded', 'information')} on ${dayWords(one.on)} by
            ${one.by}, after it was called in${one.from !== one.on && `, from ${dayWords(one.from)}`}.
          </p>
          ${
            one.words !== null
            && html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">It now says:</p>
              ${prose(one.words)}`
          }
          <p class="govuk-body-s">Why: ${one.reasons}</p>
          ${ends(one)}
        </div>`,
    )}`
}

const ends = ({ ended, given }: PublicAmendment): Html =>
  html`${ended.length > 0 && html`<p class="govuk-body-s">Ended: ${mandates(ended)}.${given.length > 0 && html` In its place: ${mandates(given)}.`}</p>`}${
    ended.length === 0 && given.length > 0 && html`<p class="govuk-body-s">Gives ${mandates(given)}.</p>`
  }`

const mandates = (refs: readonly string[]): Html =>
  html`${refs.map((ref, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${mandatePath({ ref })}">${ref}</a>`)}`

/** Its days in the history of a decision. */
export function callInHistory({ callIns, callInWaiver }: PublicDecision): { day: string; says: Html }[] {
  return [
    ...(callInWaiver
      ? [{ day: callInWaiver.agreedOn, says: html`Exempt from call-in as urgent, agreed by ${callInWaiver.agreedBy}` }]
      : []),
    ...callIns.flatMap((one) => [
      {
        day: one.calledOn,
        says: html`Called in:
        ${listWords(one.clauses.map((label) => (label === null ? 'a clause' : `clause (${label})`)))}`,
      },
      ...(one.steps ?? []).flatMap((step) =>
        stepTitles[step.what] === undefined || step.what === 'hearing-fixed'
          ? []
          : [{ day: step.hearing ?? step.on, says: html`Call-in ${(stepTitles[step.what] ?? '').toLowerCase()}` }],
      ),
      ...((one.steps ?? []).length > 0 || one.releasedOn === null
        ? []
        : [
            {
              day: one.releasedOn,
              says: html`${one.outcome === 'withdrawn' ? 'Call-in withdrawn' : 'Call-in released'}`,
            },
          ]),
    ]),
  ]
}
