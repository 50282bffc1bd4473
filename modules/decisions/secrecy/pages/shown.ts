import { decisionMaker, democraticServices, monitoringOfficer, officer, scrutiny } from '#authority'
import { button, facts, type Task } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import { dayWords } from '../../pages/grants.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { prose } from '../../pages/prose.ts'
import { viewUnreadPapers } from '../look-at-paper.ts'
import { identificationPath, lookAtPapersPath, restrictionsPath, withheldPath } from '../paths.ts'
import { viewMyRendition, viewRestrictions } from '../queries.ts'
import type { PublicRestriction } from '../restriction.ts'

/** What is withheld, why, and until when, from the public document. The words themselves are not in it. */
export const publicSecrecy: PublicPart = {
  section: (_, { decision: { withheld } }) =>
    !withheld?.length
      ? null
      : {
          id: 'withheld',
          heading: 'Is anything withheld?',
          body: html`<p class="govuk-body">Yes. Where something is withheld it says so, and on what ground.</p>
            ${withheld.map((one) =>
              facts({
                title: sentence(`In ${one.where}`),
                rows: [
                  { key: 'Ground', value: groundShown(one) },
                  { key: one.kind === 'exempt' ? 'Public interest' : 'Why', value: prose(one.publicInterest) },
                  { key: 'Decided by', value: `${one.decidedBy}, on ${dayWords(one.decidedOn)}` },
                  ...(one.reviewOn === null ? [] : [{ key: 'To be reviewed', value: `By ${dayWords(one.reviewOn)}` }]),
                ],
              }),
            )}`,
        },
}

const groundShown = ({ kind, grounds }: PublicRestriction): string =>
  kind === 'exempt' ? `Exempt information: ${grounds} (Local Government Act 1972, Schedule 12A)` : sentence(grounds)
const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const decides = ({ actor }: Visit) =>
  [officer, democraticServices, monitoringOfficer].some((role) => actor.roles.includes(role))

/** What is withheld, on the desk: a task of a draft, a way for members to read it, and a list for those who answer for it. */
export const deskSecrecy: DeskPart = {
  tasks: async (visit, { decision: { ref } }) => {
    if (!decides(visit)) return null
    const outcome = await visit.ask(viewRestrictions, { ref })
    if (!outcome.ok) return null
    const { restrictions, findings } = outcome.value
    const held = restrictions.filter(({ liftedOn }) => liftedOn === null)
    const wrong = findings.filter((one) => one.outcome === 'not-met')
    const identifying = wrong.some(({ rule }) => rule === 'placement-is-not-identifying')
    const others = wrong.length - (identifying ? 1 : 0)
    const list: Task[] = [
      {
        title: 'Passages, amounts and papers that are withheld',
        href: restrictionsPath({ ref }),
        state: others > 0 ? 'problem' : held.length > 0 ? 'done' : 'not-started',
        ...(others > 0 ? { stateText: `${others} to put right` } : held.length === 0 ? { stateText: 'Optional' } : {}),
        ...(held.length > 0 ? { hint: `${held.length} withheld` } : {}),
      },
    ]
    if (identifying)
      list.push({
        title: 'Whether somebody can be recognised',
        href: identificationPath({ ref }),
        state: 'in-progress',
        stateText: 'Before it is published',
      })
    const unread = await visit.ask(viewUnreadPapers, { ref })
    const toLookAt = unread.ok ? unread.value.papers : []
    if (toLookAt.length > 0) {
      const left = toLookAt.filter(({ looked }) => looked === null).length
      list.push({
        title: 'Papers that cannot be searched for what is withheld',
        href: lookAtPapersPath({ ref }),
        state: left > 0 ? 'in-progress' : 'done',
        ...(left > 0 ? { stateText: `Look at ${left} yourself` } : {}),
      })
    }
    return { title: 'What the public may not have', tasks: list }
  },
  actions: async (visit, { decision: { ref, state } }) => {
    const may = (role: string) => visit.actor.roles.includes(role)
    const own = await visit.ask(viewMyRendition, { ref })
    if (!own.ok) return []
    return [
      ...(own.value.withheld > 0
      && (own.value.readable > 0 || own.value.hidden === 0)
      && (may(scrutiny) || may(decisionMaker))
        ? [button({ text: 'Read what is withheld', href: withheldPath({ ref }), classes: 'govuk-button--secondary' })]
        : []),
      ...(state !== 'draft' && (may(democraticServices) || may(monitoringOfficer))
        ? [
            html`<a class="govuk-link" href="${restrictionsPath({ ref })}"
              >${own.value.withheld > 0 ? `What is withheld (${own.value.withheld})` : 'Withhold a passage'}</a
            >`,
          ]
        : []),
      ...(state === 'decided' && may(democraticServices)
        ? [html`<a class="govuk-link" href="${identificationPath({ ref })}">Whether somebody can be recognised</a>`]
        : []),
      ...(state === 'decided' && own.value.withheld > 0 && decides(visit)
        ? [html`<a class="govuk-link" href="${lookAtPapersPath({ ref })}">Papers that cannot be searched</a>`]
        : []),
    ]
  },
  section: async (visit, { decision: { ref } }) => {
    const own = await visit.ask(viewMyRendition, { ref })
    if (!own.ok || own.value.withheld === 0 || own.value.hidden === 0) return null
    return html`<h2 class="govuk-heading-m">What is withheld</h2>
      <p class="govuk-body">
        ${own.value.hidden} ${own.value.hidden === 1 ? 'passage or paper is' : 'passages or papers are'} withheld here;
        you may read ${own.value.readable} of
        them.${
          own.value.readable > 0
          && html` <a class="govuk-link" href="${withheldPath({ ref })}">Read what is withheld</a>: that you did is
            kept.`
        }
      </p>`
  },
}

/** A restriction's days and who decided it, for the lists on the desk. */
export const decidedWords = ({ decidedBy, decidedOn }: { decidedBy: string; decidedOn: Temporal.PlainDate }): string =>
  `${decidedBy}, ${plainDay(decidedOn)}`
