import { facts } from '#govuk'
import { plainDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { prose } from '../../pages/prose.ts'
import { capacityWords, responseWords, whoWords, type Consulted } from '../consulted.ts'
import { consultedPath } from '../paths.ts'
import { viewConsulted } from '../queries.ts'

/** Who was consulted, one card each; `removeAt` links to taking one out. */
export const consultedShown = (all: readonly Consulted[], removeAt: ((consulted: string) => string) | null): Html =>
  html`${all.map(
    (one) =>
      html`${facts({
        title: whoWords(one),
        rows: [
          { key: 'As', value: capacityWords[one.capacity] },
          { key: 'When and how', value: `${plainDay(one.on)}, ${one.how}` },
          {
            key: 'Response',
            value:
              one.says === null
                ? `They ${responseWords[one.response]}.`
                : [`They ${responseWords[one.response]}.`, prose(one.says)],
          },
          { key: 'Evidence', value: prose(one.evidence) },
          one.interests !== null && { key: 'Interests', value: one.interests },
          one.dispensation !== null && { key: 'Dispensation', value: one.dispensation },
          { key: 'Recorded by', value: one.recordedByName },
        ],
      })}${
        removeAt
        && html`<p class="govuk-body">
          <a class="govuk-link" href="${removeAt(one.consulted)}"
            >Take it out<span class="govuk-visually-hidden">: ${one.name}</span></a
          >
        </p>`
      }`,
  )}`

/** What a record’s page says of who was consulted. */
export const consultedOnDesk: DeskPart = {
  async tasks(visit, { decision: { ref }, findings }) {
    const found = await visit.ask(viewConsulted, { ref })
    const count = found.ok ? found.value.consulted.length : 0
    const stops = findings.gate.some(
      ({ rule, outcome }) => rule === 'gate-consult-conditions-are-kept' && outcome === 'not-met',
    )
    return {
      title: 'Before it is decided',
      tasks: [
        {
          title: 'Who was consulted',
          href: consultedPath({ ref }),
          state: count > 0 && !stops ? 'done' : 'not-started',
          ...(count > 0 ? { hint: `${count} recorded` } : stops ? {} : { stateText: 'Optional' }),
        },
      ],
    }
  },
  async section(visit, { decision: { ref, state } }) {
    if (state === 'draft') return null
    const found = await visit.ask(viewConsulted, { ref })
    if (!found.ok || found.value.consulted.length === 0) return null
    return html`<h2 class="govuk-heading-m" id="consulted">Who was consulted?</h2>
      ${consultedShown(found.value.consulted, null)}`
  },
}

/** Who was consulted, as the public sees it. */
export const consultedInPublic: PublicPart = {
  section(_, { decision: { consulted = [] } }) {
    if (consulted.length === 0) return null
    return {
      id: 'consulted',
      heading: 'Who was consulted before it was decided?',
      body: html`${consulted.map(({ who, capacity, on, response, says, interests, dispensation }) =>
        facts({
          title: who,
          rows: [
            { key: 'As', value: capacityWords[capacity] },
            { key: 'On', value: plainDay(Temporal.PlainDate.from(on)) },
            {
              key: 'Response',
              value:
                says === null ? `They ${responseWords[response]}.` : [`They ${responseWords[response]}.`, prose(says)],
            },
            interests !== null && { key: 'Interests', value: interests },
            dispensation !== null && { key: 'Dispensation', value: dispensation },
          ],
        }),
      )}`,
    }
  },
  history: ({ consulted = [] }) => consulted.map(({ on, who }) => ({ day: on, says: html`Consulted: ${who}` })),
}
