import { button, facts, findingsList, insetText, warningText } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Visit } from '#platform/page.ts'
import { threadPath } from '#platform/thread.ts'
import type { z } from 'zod'
import { actPath, actsPath, mandatePath, postPath, reportPath, undoPath, whyPath } from '../paths.ts'
import { powers } from '../powers.ts'
import { readAct, readEvidence } from '../read-act.ts'
import { everybody, officer, staff } from '../roles.ts'
import { daysLateWords } from '../trace.ts'
import { lateTag, undoneTag, unpublishedTag, valueWords } from './act-table.ts'

type Answer = z.output<NonNullable<typeof readAct.output>>

/** What was done, who did it, and what allowed it? */
export const actPage: Page = {
  path: actPath.pattern,
  may: everybody,
  async get(visit) {
    const ref = visit.params['ref'] ?? ''
    const outcome = await visit.ask(readAct, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { act } = outcome.value
    return {
      view: {
        title: `${ref}: ${act.what}`,
        back: actsPath(),
        body: html`<span class="govuk-caption-l">Act ${ref}</span>
          <h1 class="govuk-heading-l">${act.what}</h1>
          ${act.undoneBy !== null && warningText({ text: html`This act was undone by <a class="govuk-link" href="${actPath({ ref: act.undoneBy })}">${act.undoneBy}</a>. What it used was given back.` })}
          ${act.undoes !== null && insetText({ text: html`This act undoes <a class="govuk-link" href="${actPath({ ref: act.undoes })}">${act.undoes}</a>. Neither is ever removed.` })}
          ${act.retrospective !== null && warningText({ text: `This was done ${daysLateWords(act.retrospective.daysLate)} before there was authority for it. It is recorded as such, and counts against the mandate that came later. Why: ${act.retrospective.because}` })}
          ${act.unpublished && insetText({ text: html`${act.recordRef} is decided and not published yet. Only people who sign in for the council see this act; it joins the public list on the day of publication.` })}
          ${actions(visit, outcome.value)}${whatWasDone(outcome.value)}${reports(visit, outcome.value)}${await evidence(visit, ref)}`,
      },
    }
  },
}

function actions({ actor }: Visit, { act }: Answer): Html {
  const mayUndo = actor.roles.includes(officer) && act.undoes === null && act.undoneBy === null
  return html`<div class="govuk-button-group govuk-!-display-none-print">
    ${!act.unpublished && button({ text: 'Who allowed this?', href: threadPath({ ref: act.ref }) })}${
      mayUndo && button({ text: 'Undo it', href: undoPath({ ref: act.ref }), classes: 'govuk-button--secondary' })
    }
  </div>`
}

function whatWasDone({ act, mandate, recordedOn }: Answer): Html {
  const asked = withQuery(whyPath(), {
    post: act.post,
    power: act.power,
    subject: act.subject,
    pounds: act.value !== null && act.value > 0n ? String(Number(act.value) / 100) : undefined,
    day: act.day.toString(),
  })
  return facts({
    rows: [
      {
        key: 'What was done',
        value: html`${powers[act.power].title} ${undoneTag(act)} ${lateTag(act)} ${unpublishedTag(act)}`,
      },
      { key: 'Value', value: valueWords(act) },
      { key: 'On', value: longDay(act.day) },
      {
        key: 'By',
        value: html`${act.doneBy !== act.postTitle && `${act.doneBy}, `}<a
            class="govuk-link"
            href="${postPath({ post: act.post })}"
            >${act.postTitle}</a
          >`,
      },
      { key: 'About', value: act.subjectTitle },
      {
        key: act.retrospective === null ? 'Allowed by' : 'Counted under',
        value: html`<a class="govuk-link" href="${mandatePath({ ref: mandate.ref })}">${mandate.ref}</a>, from
          ${mandate.comesFrom}. <a class="govuk-link" href="${asked}">Ask what it would take now</a>`,
      },
      // It may be a number of some other system, or of a record that is not published: what is known of it here are its acts.
      act.recordRef === null
        ? null
        : {
            key: 'Record',
            value: html`${act.recordRef}.
              <a class="govuk-link" href="${withQuery(actsPath(), { record: act.recordRef })}">All acts about it</a>`,
          },
      { key: 'Recorded', value: longDay(recordedOn) },
    ],
  })
}

function reports({ actor, today }: Visit, { act, reports: asked }: Answer): Html | false {
  const mayReport = actor.roles.includes(officer)
  return (
    asked.length > 0
    && html`<h2 class="govuk-heading-m">Reports afterwards</h2>
      ${findingsList(
        asked.map(({ words, due, givenOn }) => ({
          weight: givenOn
            ? ('met' as const)
            : Temporal.PlainDate.compare(due, today) < 0
              ? ('not-met' as const)
              : ('note' as const),
          says: givenOn
            ? `${words}: given on ${longDay(givenOn)}, due on ${longDay(due)}.`
            : `${words}: due on ${longDay(due)} and not given yet.`,
          ...(!givenOn && mayReport ? { link: { text: 'Give the report', href: reportPath({ ref: act.ref }) } } : {}),
        })),
      )}`
  )
}

// What was shown stays inside the council: it may name people who hold no post.
async function evidence(visit: Visit, ref: string): Promise<Html | false> {
  if (!staff.some((role) => visit.actor.roles.includes(role))) return false
  const outcome = await visit.ask(readEvidence, { ref })
  if (!outcome.ok) return false
  const shown = [
    ...outcome.value.evidence.map(({ words, says, day }) => ({ key: words, value: `${says}, ${longDay(day)}` })),
    ...outcome.value.reports.flatMap(({ words, says }) => (says === null ? [] : [{ key: words, value: says }])),
  ]
  return html`<h2 class="govuk-heading-m">Evidence</h2>
    <p class="govuk-body">Only people who sign in for the council see this.</p>
    ${shown.length ? facts({ rows: shown }) : html`<p class="govuk-body">The mandate asked for none.</p>`}`
}
