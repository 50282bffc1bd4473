import { decisionMaker, democraticServices, officer, staff } from '#authority'
import { button, tasks, type Task } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { longDay } from '#platform/days.ts'
import type { Page, Visit } from '#platform/page.ts'
import { isBody } from '../sign.ts'
import { doneBanner } from './done-banner.ts'
import { onDesk, type OnDesk } from './draft-question.ts'
import { findingsShown, stops } from './findings-shown.ts'
import {
  alternativesPath,
  authorPath,
  checkPath,
  clausesPath,
  decisionPath,
  deskPath,
  keyPath,
  makerPath,
  publishPath,
  purposePath,
  reasonsPath,
  recordPath,
  refusePath,
  signPath,
  subjectPath,
  supersedesPath,
  takeBackPath,
  titlePath,
  valuePath,
  withdrawPath,
} from './paths.ts'
import { deskParts } from './parts.ts'
import { recordRead } from './record-read.ts'
import { standingTag } from './state-tag.ts'

/** What is left to do with this record, and who does it? */
export const recordPage: Page = {
  path: recordPath.pattern,
  may: staff,
  get: async (visit) => {
    const outcome = await onDesk(visit)
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { decision, standing } = outcome.value
    const added = await partsOf(visit, outcome.value)
    return {
      view: {
        title: decision.title,
        back: deskPath(),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${decision.ref}</span>
          <h1 class="govuk-heading-l">${decision.title}</h1>
          <p class="govuk-body">
            ${standingTag(standing)}
            <span class="remit-quiet"
              >Last changed by ${decision.changedBy} on
              ${longDay(decision.changedAt.toZonedDateTimeISO('Europe/London').toPlainDate())}</span
            >
          </p>
          ${decision.state === 'draft' ? await taskList(visit, outcome.value, added) : readView(visit, outcome.value, added)}${added.sections}`,
      },
    }
  },
}

/** What the parts of this module add to the page. */
type Group = { title: string; tasks: Task[] }
type Added = { groups: Group[]; actions: Html[]; sections: Html[]; arrange(groups: Group[]): Promise<Group[]> }

async function partsOf(visit: Visit, seen: OnDesk): Promise<Added> {
  const added: Added = { groups: [], actions: [], sections: [], arrange: async (groups) => groups }
  for (const { tasks: group, actions, section, arrange } of deskParts) {
    const [listed, may, shown] = [
      await group?.(visit, seen),
      await actions?.(visit, seen),
      await section?.(visit, seen),
    ]
    const same = listed && added.groups.find(({ title }) => title === listed.title)
    if (same) same.tasks.push(...listed.tasks)
    else if (listed) added.groups.push(listed)
    if (may) added.actions.push(...may)
    if (shown) added.sections.push(shown)
    if (arrange) added.arrange = (groups) => arrange(visit, seen, groups)
  }
  return added
}

async function taskList({ actor }: Visit, seen: OnDesk, { groups, actions, arrange }: Added): Promise<Html> {
  const { decision: d, findings } = seen
  const { ref } = d
  if (!actor.roles.includes(officer))
    return html`<p class="govuk-body">Officers are still drafting this. It can be decided once it is proposed.</p>
      ${actions.length > 0 && html`<div class="govuk-button-group">${actions}</div>`}${recordRead(seen)}`
  const task = (title: string, href: string, filled: boolean, hint?: string): Task => ({
    title,
    href,
    state: filled ? 'done' : 'not-started',
    ...(hint !== undefined && { hint }),
  })
  const optional = (title: string, href: string, filled: boolean): Task => ({
    title,
    href,
    state: filled ? 'done' : 'not-started',
    ...(!filled && { stateText: 'Optional' }),
  })
  const left = stops(findings)
  return html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      ${tasks([
        ...(await arrange([
          {
            title: 'The record',
            tasks: [
              task('Title and references', titlePath({ ref }), true),
              task(
                'Who decides',
                makerPath({ ref }),
                d.maker !== null,
                seen.choices.posts.find(({ post }) => post === d.maker)?.title,
              ),
              task(
                'What it is about',
                subjectPath({ ref }),
                d.subject !== null,
                seen.choices.subjects.find(({ subject }) => subject === d.subject)?.title,
              ),
              task('What it is worth', valuePath({ ref }), d.value !== null),
              task('Key decision and call-in', keyPath({ ref }), d.isKey !== null && d.subjectToCallIn !== null),
              optional('What it is for', purposePath({ ref }), d.purpose !== null),
              task('Reasons', reasonsPath({ ref }), d.reasons !== null),
              task('Alternatives', alternativesPath({ ref }), d.alternatives !== null),
              optional('Author and wards', authorPath({ ref }), d.author !== null || d.wards !== null),
              optional('What it supersedes', supersedesPath({ ref }), d.supersedes !== null),
            ],
          },
          {
            title: 'The clauses',
            tasks: [
              task(
                'What is decided, and what it gives',
                clausesPath({ ref }),
                d.clauses.length > 0,
                d.clauses.length === 0
                  ? undefined
                  : `${d.clauses.length} ${d.clauses.length === 1 ? 'clause' : 'clauses'}`,
              ),
            ],
          },
          ...groups,
        ])),
        {
          title: 'Check and propose',
          tasks: [
            {
              title: 'Check what is found, and what it will authorise',
              href: checkPath({ ref }),
              state: left ? 'problem' : 'done',
              stateText: left ? `${left} to put right` : 'Nothing stops it',
            },
            left
              ? { title: 'Propose it', state: 'cannot-start' }
              : { title: 'Propose it', href: checkPath({ ref }), state: 'not-started' },
          ],
        },
      ])}${actions.length > 0 && html`<div class="govuk-button-group">${actions}</div>`}
      <p class="govuk-body"><a class="govuk-link" href="${withdrawPath({ ref })}">Withdraw this draft</a></p>
    </div>
  </div>`
}

function readView(visit: Visit, seen: OnDesk, added: Added): Html {
  const { decision: d, findings } = seen
  const { ref } = d
  const isPublic = d.state === 'published' || d.state === 'superseded'
  return html`${turn(visit, seen, added.actions)}${isPublic && html`<p class="govuk-body"><a class="govuk-link" href="${decisionPath({ ref })}">As the public sees it</a></p>`}
  ${recordRead(seen)}${
    d.state === 'proposed'
    && html`<h2 class="govuk-heading-m">What was found</h2>
      ${findingsShown(findings)}`
  }`
}

/** What this person may do with the record as it stands. */
function turn({ actor, today }: Visit, { decision: d, choices }: OnDesk, more: Html[]): Html {
  const { ref } = d
  const may = (role: string) => actor.roles.includes(role)
  const maker = choices.posts.find(({ post }) => post === d.maker)
  const actions: Html[] = []
  if (d.state === 'proposed') {
    if (may(decisionMaker) || (may(democraticServices) && maker && isBody(maker)))
      actions.push(button({ text: 'Read and sign', href: signPath({ ref }) }))
    if (may(decisionMaker))
      actions.push(button({ text: 'Refuse', href: refusePath({ ref }), classes: 'govuk-button--secondary' }))
    if (may(officer))
      actions.push(
        button({ text: 'Take it back to draft', href: takeBackPath({ ref }), classes: 'govuk-button--secondary' }),
      )
    if (may(officer)) actions.push(html`<a class="govuk-link" href="${withdrawPath({ ref })}">Withdraw it</a>`)
  }
  if (d.state === 'decided' && may(democraticServices))
    actions.push(button({ text: 'See the clock and publish', href: publishPath({ ref }) }))
  const open =
    d.state === 'published' && d.callInLastDay !== null && Temporal.PlainDate.compare(today, d.callInLastDay) <= 0
  actions.push(...more)
  const waits =
    d.state === 'proposed'
      ? `It waits for the ${maker?.title ?? 'post that decides'}.`
      : d.state === 'decided'
        ? 'It is signed and waits to be published. Until then it authorises nothing.'
        : open
          ? `It can be called in until ${longDay(d.callInLastDay ?? today)}.`
          : null
  return html`${waits !== null && html`<p class="govuk-body">${waits}</p>`}${actions.length > 0 && html`<div class="govuk-button-group">${actions}</div>`}`
}
