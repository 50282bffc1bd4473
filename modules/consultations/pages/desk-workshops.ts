import { officer } from '#authority'
import { facts, scrollRegion, stacking, table } from '#govuk'
import { html } from '#platform/html.ts'
import { withQuery } from '#platform/address.ts'
import { viewWorkshop } from '../queries.ts'
import type { Answer } from '#platform/use-case.ts'
import { cancelWorkshop, holdWorkshop, noteAttendance } from '../workshops/workshops.ts'
import { backToDesk, captionOf, dayIn, onDesk } from './desk-about.ts'
import type { OnDesk } from './desk.ts'
import { deskForm } from './desk-form.ts'
import { deskWorkshopPath, enterPath, workshopsPath } from './paths.ts'
import { doneBanner, prose, whenWords } from './words.ts'

/** Where can people come and talk? */
export const workshopsPage = deskForm<OnDesk>({
  path: workshopsPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  may: [officer],
  heading: () => 'Workshops',
  lead: ({ workshops, consultation: { ref } }) =>
    html`${
        workshops.length > 0
        && scrollRegion(
          'Workshops',
          table(
            stacking({
              caption: 'Workshops',
              captionClasses: 'govuk-visually-hidden',
              head: [{ text: 'Workshop' }, { text: 'When' }, { text: 'Places', format: 'numeric' }],
              rows: workshops.map((one) => [
                {
                  text: html`<a class="govuk-link" href="${deskWorkshopPath({ ref, workshop: one.workshop })}"
                      >${one.title}</a
                    ><span class="remit-ref">${one.place}${one.cancelledBecause !== null && ' · cancelled'}</span>`,
                },
                { text: whenWords(one.startsAt, one.endsAt) },
                {
                  text: `${one.taken}${one.capacity === null ? '' : ` of ${one.capacity}`}${one.queue ? `, ${one.queue} wait` : ''}`,
                  format: 'numeric',
                },
              ]),
            }),
          ),
        )
      }
      <h2 class="govuk-heading-m">Hold another</h2>`,
  fields: (ask) => [
    ask.input({ name: 'title', label: 'What is it called?' }),
    ask.input({ name: 'place', label: 'Where?', hint: 'The address, or how to join online' }),
    ask.dateInput({ name: 'on', legend: { text: 'On which day?', classes: 'govuk-fieldset__legend--s' } }),
    ask.input({ name: 'from', label: 'From', hint: 'For example 14:30', classes: 'govuk-input--width-4' }),
    ask.input({ name: 'until', label: 'Until', classes: 'govuk-input--width-4' }),
    ask.textarea({
      name: 'access',
      label: 'Getting in and taking part (optional)',
      hint: 'Steps, lift, hearing loop, interpreter, quiet room, parking, help with travel, food',
      rows: 3,
    }),
    ask.input({
      name: 'capacity',
      label: 'How many fit? (optional)',
      classes: 'govuk-input--width-4',
      inputmode: 'numeric',
    }),
  ],
  button: 'Add the workshop',
  send: async (visit, form, { consultation: { ref } }) => {
    const errors: Record<string, string> = {}
    const on = dayIn(form.values, 'on', errors)
    if (on === null) errors['on'] ??= 'Enter the day.'
    const { title, place, from, until, access, capacity } = form.values
    return Object.keys(errors).length
      ? { errors }
      : visit.perform(holdWorkshop, { ref, title, place, on, from, until, access, capacity }, form)
  },
  done: (_, { consultation: { ref } }) => `${workshopsPath({ ref })}?done=saved`,
})

/** Who comes, what do they need, and who came? */
export const deskWorkshopPage = deskForm<Answer<typeof viewWorkshop>>({
  path: deskWorkshopPath,
  may: [officer],
  see: (visit) => visit.ask(viewWorkshop, { workshop: visit.params['workshop'] }),
  back: ({ workshop: { ref } }) => workshopsPath({ ref }),
  caption: ({ workshop: { ref } }) => ref,
  heading: ({ workshop: { title } }) => title,
  lead: ({ workshop: w, bookings }, visit) =>
    html`${doneBanner(visit)}${facts({
        rows: [
          { key: 'When', value: whenWords(w.startsAt, w.endsAt) },
          { key: 'Where', value: w.place },
          ...(w.access === null ? [] : [{ key: 'Access', value: prose(w.access) }]),
          {
            key: 'Places',
            value: `${w.taken}${w.capacity === null ? '' : ` of ${w.capacity}`} booked, ${w.queue} wait`,
          },
          ...(w.cancelledBecause === null ? [] : [{ key: 'Cancelled', value: w.cancelledBecause }]),
        ],
      })}${
        bookings.some(({ needs, cancelledAt }) => needs !== null && cancelledAt === null)
        && html`<h2 class="govuk-heading-m">What people need</h2>
          <ul class="govuk-list govuk-list--bullet">
            ${bookings.filter(({ needs, cancelledAt }) => needs !== null && cancelledAt === null).map(({ needs }) => html`<li>${needs}</li>`)}
          </ul>`
      }
      <p class="govuk-body">
        <a class="govuk-link" href="${withQuery(enterPath({ ref: w.ref }), { workshop: w.workshop })}"
          >Enter notes of it as a response</a
        >
      </p>`,
  typed: ({ bookings }) => ({
    values: {},
    lists: { came: bookings.filter(({ attended }) => attended).map(({ booking }) => booking) },
  }),
  fields: (ask, { bookings }) => [
    ...(bookings.length
      ? [
          ask.checkboxes({
            name: 'came',
            legend: { text: 'Who came?', classes: 'govuk-fieldset__legend--m' },
            items: bookings
              .filter(({ cancelledAt }) => cancelledAt === null)
              .map((one) => ({
                value: one.booking,
                text: `${one.name}, ${one.places} ${one.places === 1 ? 'place' : 'places'}${one.waiting ? ' (waits)' : ''}`,
                hint: one.contact,
              })),
          }),
        ]
      : []),
    ask.input({
      name: 'cancel',
      label: bookings.length ? 'If you cancel it: why?' : 'Why is it cancelled?',
      hint: 'Those who booked and everybody else can read this',
    }),
  ],
  button: ({ workshop: { cancelledBecause }, bookings }) =>
    cancelledBecause !== null ? null : bookings.length ? 'Save who came' : 'Cancel the workshop',
  also: ({ bookings }) => (bookings.length ? [{ text: 'Cancel the workshop', name: 'do', value: 'cancel' }] : []),
  send: (visit, form, { workshop: { workshop }, bookings }) => {
    const because = form.values['cancel']?.trim()
    const cancels = form.values['do'] === 'cancel' || bookings.length === 0
    if (cancels && !because) return Promise.resolve({ errors: { cancel: 'Say why it is cancelled.' } })
    return because
      ? visit.perform(cancelWorkshop, { workshop, because }, form)
      : visit.perform(noteAttendance, { workshop, came: form.lists['came'] ?? [] }, form)
  },
  done: (_, { workshop: { ref, workshop } }) => `${deskWorkshopPath({ ref, workshop })}?done=saved`,
})
