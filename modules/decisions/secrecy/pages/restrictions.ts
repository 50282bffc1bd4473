import { democraticServices, monitoringOfficer, officer } from '#authority'
import { asking, facts, findingsList, questionPage, statusTag } from '#govuk'
import { longDay, plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { missing, type Refusal } from '#platform/use-case.ts'
import { doneBanner } from '../../pages/done-banner.ts'
import { fieldErrors, onDesk, shownRefusal } from '../../pages/draft-question.ts'
import { recordPath } from '../../pages/paths.ts'
import { prose } from '../../pages/prose.ts'
import { viewPapers } from '../../papers/queries.ts'
import { fieldPlaces, isAmount, placeWords, textAt } from '../restriction.ts'
import { identificationPath, liftPath, restrictionsPath, restrictPath } from '../paths.ts'
import { viewRestrictions } from '../queries.ts'
import { liftRestriction } from '../restrict.ts'
import { decidedWords } from './shown.ts'

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What of this record may the public not have? */
export const restrictionsPage: Page = {
  path: restrictionsPath.pattern,
  may: [officer, democraticServices, monitoringOfficer],
  get: async (visit) => {
    const record = await onDesk(visit)
    if (!record.ok) return { refusal: record.refusal }
    const { decision } = record.value
    const { ref } = decision
    const [outcome, papers] = [await visit.ask(viewRestrictions, { ref }), await visit.ask(viewPapers, { ref })]
    if (!outcome.ok || !papers.ok)
      return { refusal: outcome.ok ? (papers.ok ? missing('').refusal : papers.refusal) : outcome.refusal }
    const { restrictions, findings, readings } = outcome.value
    const held = restrictions.filter(({ liftedOn }) => liftedOn === null)
    const lifted = restrictions.filter(({ liftedOn }) => liftedOn !== null)
    // The monitoring officer lifts what is withheld; to withhold is for those who write and those who publish.
    const { roles } = visit.actor
    const mayAdd = roles.includes(democraticServices) || (decision.state === 'draft' && roles.includes(officer))
    const places = [
      ...fieldPlaces
        .filter((place) => textAt(decision, place, null)?.trim())
        .map((place) => ({ place: place as string, words: placeWords(decision, { place, clause: null }) })),
      ...decision.clauses.map(({ clause }) => ({
        place: clause,
        words: placeWords(decision, { place: 'clause', clause }),
      })),
      ...[
        { place: 'value', what: { place: 'value' as const, clause: null, grant: null } },
        ...decision.clauses.flatMap(({ grants }) =>
          grants.map(({ grant }) => ({ place: grant, what: { place: 'ceiling' as const, clause: null, grant } })),
        ),
      ]
        .filter(
          ({ what }) =>
            textAt(decision, what.place, null, what.grant) !== null
            && !held.some((one) => one.place === what.place && one.grant === what.grant),
        )
        .map(({ place, what }) => ({ place, words: placeWords(decision, what) })),
      ...papers.value.papers
        .filter(({ paper }) => !held.some((one) => one.paper === paper))
        .map(({ paper, title }) => ({ place: paper, words: `the paper “${title}”` })),
    ]
    const amounts = new Set(['value', ...decision.clauses.flatMap(({ grants }) => grants.map(({ grant }) => grant))])
    const wrong = findings.filter(({ outcome: said }) => said === 'not-met')
    return {
      view: {
        title: 'What may the public not have?',
        back: recordPath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${decision.title}</span>
          <h1 class="govuk-heading-l">What may the public not have?</h1>
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <p class="govuk-body">
                Whatever is withheld is withheld wherever its words stand in the record, in every form that the public
                is given. The title and the subject cannot be: the particulars of the matter must be given.
              </p>
              ${wrong.length > 0 && findingsList(wrong.map(({ says }) => ({ weight: 'error' as const, says: says ?? '' })))}
              ${wrong.some(({ rule }) => rule === 'placement-is-not-identifying') && html`<p class="govuk-body"><a class="govuk-link" href="${identificationPath({ ref })}">Say whether somebody can be recognised</a></p>`}
              ${held.length === 0 && html`<p class="govuk-body">Nothing is withheld.</p>`}
              ${held.map((one) =>
                facts({
                  title: sentence(one.where),
                  rows: [
                    {
                      key: 'Withheld',
                      value:
                        one.passage === null
                          ? one.publicVersion
                            ? 'The paper; the public has a version of its own'
                            : 'The whole paper'
                          : html`${isAmount(one.place) ? one.passage : `“${one.passage}”`}${!one.stands && html` ${statusTag('No longer stands there', 'bad')}`}`,
                    },
                    { key: 'Ground', value: one.says },
                    { key: one.kind === 'exempt' ? 'Public interest' : 'Why', value: prose(one.publicInterest) },
                    { key: 'Decided by', value: decidedWords(one) },
                    { key: 'Review', value: one.reviewOn ? `By ${longDay(one.reviewOn)}` : 'None: it is confidential' },
                    {
                      key: 'End it',
                      value: html`${!one.stands && one.passage !== null && mayAdd && html`<a class="govuk-link" href="${restrictPath({ ref, place: one.clause ?? one.grant ?? one.place })}?instead=${one.restriction}">${isAmount(one.place) ? 'Withhold the sum that stands there now' : 'Withhold the words that stand there now'}</a> or `}<a
                          class="govuk-link"
                          href="${liftPath({ ref, restriction: one.restriction })}"
                          >${!one.stands && one.passage !== null && mayAdd ? 'lift it' : 'Lift it'}<span
                            class="govuk-visually-hidden"
                          >
                            in ${one.where}</span
                          ></a
                        >`,
                    },
                  ],
                }),
              )}
              ${
                mayAdd
                  ? html`<h2 class="govuk-heading-m">Withhold something</h2>
                      <ul class="govuk-list">
                        ${places.map(({ place, words }) => html`<li><a class="govuk-link" href="${restrictPath({ ref, place })}">${amounts.has(place) ? sentence(words) : `In ${words}`}</a></li>`)}
                      </ul>`
                  : html`<p class="govuk-body">
                      ${roles.includes(officer) ? 'Officers withhold something while it is a draft; from then on democratic services do.' : 'Officers and democratic services withhold something.'}
                    </p>`
              }
              ${
                lifted.length > 0
                && html`<h2 class="govuk-heading-m">Lifted</h2>
                  <ul class="govuk-list govuk-list--bullet">
                    ${lifted.map((one) => html`<li>${sentence(one.where)}, ${one.says}: lifted by ${one.liftedBy} on ${plainDay(one.liftedOn ?? one.decidedOn)}. ${one.liftedBecause}</li>`)}
                  </ul>`
              }
              <h2 class="govuk-heading-m">Who read it</h2>
              ${
                readings.length === 0
                  ? html`<p class="govuk-body">No member has read what is withheld.</p>`
                  : html`<ul class="govuk-list govuk-list--bullet">
                      ${readings.map((one) => html`<li>${one.byName}, ${longDay(one.readAt.toZonedDateTimeISO('Europe/London').toPlainDate())}: ${one.paper === null ? `${one.passages} ${one.passages === 1 ? 'passage or paper' : 'passages and papers'}` : 'a paper'}</li>`)}
                    </ul>`
              }
              <p class="govuk-body"><a class="govuk-link" href="${recordPath({ ref })}">Back to the record</a></p>
            </div>
          </div>`,
      },
    }
  },
}

/** Why is it withheld no longer? */
export const liftPage: Page = {
  path: liftPath.pattern,
  may: [officer, democraticServices, monitoringOfficer],
  get: (visit) => lifting(visit, null, null),
  post: async (visit, form) => {
    const { ref = '', restriction } = visit.params
    const outcome = await visit.perform(liftRestriction, { ref, restriction, because: form.values['because'] }, form)
    return outcome.ok ? { redirect: `${restrictionsPath({ ref })}?done=lifted` } : lifting(visit, form, outcome.refusal)
  },
}

async function lifting(visit: Visit, form: Form | null, refusal: Refusal | null): Promise<Reply> {
  const { ref = '', restriction } = visit.params
  const outcome = await visit.ask(viewRestrictions, { ref })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const found = outcome.value.restrictions.find((one) => one.restriction === restriction && one.liftedOn === null)
  if (!found) return { refusal: missing(`${ref} withholds no such passage.`).refusal }
  const ask = asking({ values: form?.values ?? {}, errors: refusal ? fieldErrors(refusal) : {} })
  const because = ask.textarea({
    name: 'because',
    label:
      found.kind === 'confidential'
        ? 'Whose consent or ruling allows it, and when it was given'
        : 'Why the public interest no longer needs it withheld',
    rows: 5,
  })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Let the public have it?',
      back: restrictionsPath({ ref }),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        caption: ref,
        heading: 'Let the public have it?',
        refusal: shownRefusal(refusal),
        lead: html`<p class="govuk-body">In ${found.where}, ${found.says}.</p>
          ${quote(found.passage)}`,
        fields: because,
        hidden: visit.formFields(),
        buttonText: 'Lift the restriction',
        warning: true,
        cancel: { text: 'Leave it withheld', href: restrictionsPath({ ref }) },
      }),
    },
  }
}

const quote = (passage: string | null): Html =>
  passage === null
    ? html`<p class="govuk-body">The whole paper.</p>`
    : html`<div class="govuk-inset-text">${prose(passage)}</div>`
