import { officer, staff } from '#authority'
import { barChart, button, facts, pager, scrollRegion, select, statusTag, summaryList, stacking, table } from '#govuk'
import { withQuery } from '#platform/address.ts'
import { openFile } from '#platform/files.ts'
import { longDay, plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import { isUuid } from '#platform/input.ts'
import { randomUUID } from 'node:crypto'
import type { Page } from '#platform/page.ts'
import { missing, type Outcome, type Answer } from '#platform/use-case.ts'
import type { Visit } from '#platform/page.ts'
import { channelNames, channels } from '../consultation.ts'
import { listResponses, viewReconciliation, viewResponse } from '../queries.ts'
import { questionsOf } from '../questions/questionnaire.ts'
import { groupCampaign } from '../responses/campaigns.ts'
import { enterResponse } from '../responses/enter-response.ts'
import { handleResponse } from '../responses/handle-response.ts'
import { backToDesk, captionOf, dayIn, onDesk } from './desk-about.ts'
import type { OnDesk } from './desk.ts'
import { deskForm } from './desk-form.ts'
import {
  campaignPath,
  deskConsultationPath,
  enterPath,
  reconciliationPath,
  responseFilePath,
  responsePath,
  responsesPath,
} from './paths.ts'
import { answersIn, answerWords, questionFields } from './question-fields.ts'
import { dayOf, doneBanner, prose, twinWords, whenWords } from './words.ts'

const whats = { waiting: 'Waits', analysed: 'Analysed', excluded: 'Excluded' } as const
const whatTag = (what: keyof typeof whats) =>
  statusTag(whats[what], what === 'analysed' ? 'good' : what === 'excluded' ? 'ended' : 'waiting')

/** What came in? */
export const responsesPage: Page = {
  path: responsesPath.pattern,
  may: [officer],
  get: async (visit) => {
    const { ref = '' } = visit.params
    const { channel, what, late, after } = visit.query
    const outcome = await visit.ask(listResponses, { ref, channel, what, late, after: after || undefined })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const { title, responses, next } = outcome.value
    const here = (more: Record<string, string | undefined>) =>
      withQuery(responsesPath({ ref }), { channel, what, late, ...more })
    return {
      view: {
        title: 'Responses',
        back: deskConsultationPath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
          <h1 class="govuk-heading-l">Responses</h1>
          <form class="remit-desk-search" method="get" action="${responsesPath({ ref })}">
            ${select({ name: 'channel', label: 'How it came', value: channel, items: [{ value: '', text: 'Any way' }, ...channelNames.map((value) => ({ value, text: channels[value] }))] })}${select(
              {
                name: 'what',
                label: 'What was done',
                value: what,
                items: [
                  { value: '', text: 'Anything' },
                  ...(['waiting', 'analysed', 'excluded'] as const).map((value) => ({ value, text: whats[value] })),
                ],
              },
            )}${select({
              name: 'late',
              label: 'When',
              value: late,
              items: [
                { value: '', text: 'In time or late' },
                { value: 'yes', text: 'Late' },
              ],
            })}${button({ text: 'Show', classes: 'govuk-button--secondary' })}
          </form>
          ${
            responses.length === 0
              ? html`<p class="govuk-body">Nothing matches.</p>`
              : scrollRegion(
                  'Responses',
                  table(
                    stacking({
                      caption: 'Responses in the order in which they came',
                      captionClasses: 'govuk-visually-hidden',
                      head: [{ text: 'Response' }, { text: 'Received' }, { text: 'What it says' }, { text: 'Done' }],
                      rows: responses.map((one) => [
                        {
                          text: html`<a class="govuk-link" href="${responsePath({ ref, receipt: one.receipt })}"
                              >${one.receipt}</a
                            ><span class="remit-ref">${channels[one.channel]}</span>`,
                        },
                        {
                          text: html`${shortDay(one.receivedOn)}${one.late && html` ${statusTag('Late', 'waiting')}`}`,
                        },
                        {
                          text: html`${one.opening ?? 'Answers without words'}${one.twins.map((twin) => html`<span class="remit-ref">${twinWords(twin)}</span>`)}`,
                        },
                        {
                          text: html`${whatTag(one.what)}${one.what === 'excluded' && html`<span class="remit-ref">${one.because}</span>`}`,
                        },
                      ]),
                    }),
                  ),
                )
          }${(after || next !== null) && pager({ label: `${responses.length} shown`, of: 'the responses', previous: after ? here({}) : undefined, next: next === null ? undefined : here({ after: next }) })}`,
      },
    }
  },
}

/** What does this response say, and what is done with it? */
export const responsePage = deskForm<Answer<typeof viewResponse>>({
  path: responsePath,
  see: (visit) => visit.ask(viewResponse, { receipt: visit.params['receipt'] }),
  back: ({ response: { ref } }) => responsesPath({ ref }),
  caption: ({ response: { ref }, title }) => `${ref} · ${title}`,
  heading: ({ response: { receipt } }) => `Response ${receipt}`,
  lead: ({ response: r, questionnaire, handling, twins }) =>
    html`${facts({
        rows: [
          { key: 'How it came', value: channels[r.channel] },
          { key: 'Received', value: html`${longDay(r.receivedOn)}${r.late && html` ${statusTag('Late', 'waiting')}`}` },
          ...(r.enteredBy === null ? [] : [{ key: 'Keyed in by', value: r.enteredBy }]),
          ...(r.withCode ? [{ key: 'One-time code', value: 'With one' }] : []),
          ...twins.map((twin) => ({
            key: 'Looks like another',
            value: html`${twinWords(twin)}.
              <a class="govuk-link" href="${responsePath({ ref: r.ref, receipt: twin.first })}">Read ${twin.first}</a>`,
          })),
          { key: 'Hash of the content', value: html`<code class="remit-digest">${r.contentHash}</code>` },
        ],
      })}
      ${questionnaire.sections.map((section) => facts({ title: section.title, rows: section.questions.filter(({ key }) => r.answers[key] !== undefined).map((one) => ({ key: one.words, value: answerWords(one, r.answers[one.key], new Map(r.files.map(({ sha256, name }) => [sha256, name]))) })) }))}
      ${
        r.said !== null
        && html`<h2 class="govuk-heading-m">In their own words</h2>
          ${prose(r.said)}`
      }
      ${
        r.files.length > 0
        && html`<h2 class="govuk-heading-m">Files</h2>
          <ul class="govuk-list">
            ${r.files.map((one) => html`<li><a class="govuk-link" href="${responseFilePath({ ref: r.ref, receipt: r.receipt, sha256: one.sha256 })}">${one.name}</a> (${Math.ceil(one.size / 1024)} KB)</li>`)}
          </ul>`
      }
      ${
        handling.length > 0
        && html`<h2 class="govuk-heading-m">What was done with it</h2>
          ${summaryList({ rows: handling.map((one) => ({ key: shortDay(dayOf(one.at)), value: `${one.what}, by ${one.by}${one.because === null ? '' : `: ${one.because}`}` })) })}`
      }
      <h2 class="govuk-heading-m">What is to be done with it?</h2>`,
  fields: (ask, { handling }) => {
    const last = handling.at(-1)?.what
    return [
      ask.radios({
        name: 'what',
        legend: { text: 'Choose', classes: 'govuk-visually-hidden' },
        items:
          last === 'excluded'
            ? [{ value: 'restored', text: 'Take it in again' }]
            : [
                { value: 'analysed', text: 'It is analysed' },
                ...(last === 'analysed' ? [{ value: 'waiting', text: 'It waits to be analysed again' }] : []),
                {
                  value: 'excluded',
                  text: 'Leave it out of the analysis',
                  hint: 'It stays as it is, and is counted as excluded',
                },
              ],
      }),
      ask.input({
        name: 'because',
        label: 'Why?',
        hint: 'Needed to leave it out or take it in again; it may be published',
      }),
    ]
  },
  button: 'Note it',
  send: (visit, form, { response: { receipt } }) =>
    visit.perform(
      handleResponse,
      { receipt, what: form.values['what'], because: form.values['because']?.trim() || null },
      form,
    ),
  done: (_, { response: { ref } }) => `${responsesPath({ ref })}?done=handled`,
})

/** A file that came with a response, as it was sent. */
export const responseFilePage: Page = {
  path: responseFilePath.pattern,
  may: [officer],
  get: async (visit) => {
    const { receipt = '', sha256 = '' } = visit.params
    const outcome = await visit.ask(viewResponse, { receipt })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const known = outcome.value.response.files.find((one) => one.sha256 === sha256)
    const file =
      known
      && (await visit.house.database.within({ council: visit.council.council, role: 'remit_app' }, (tx) =>
        openFile(tx, visit.council.council, Buffer.from(sha256, 'hex')),
      ))
    return known && file
      ? { file: file.bytes, type: known.mediaType, download: known.name }
      : { refusal: missing('There is no such file.').refusal }
  },
}

/** What did somebody tell us, by telephone, letter, e-mail or at a workshop? */
export const enterPage = deskForm<OnDesk>({
  path: enterPath,
  see: onDesk,
  back: backToDesk,
  caption: captionOf,
  hasFiles: true,
  heading: () => 'Enter a response',
  lead: () =>
    'What somebody said counts like what others typed: key in what answers a question, and the rest in their own words.',
  hidden: () => html`<input type="hidden" name="key" value="${randomUUID()}" />`,
  typed: (_, { today, query }) => ({
    values: {
      'receivedOn-day': String(today.day),
      'receivedOn-month': String(today.month),
      'receivedOn-year': String(today.year),
      ...(query['workshop'] ? { channel: 'workshop', workshop: query['workshop'] } : {}),
    },
  }),
  fields: (ask, { consultation, workshops }, boxes) => [
    ask.radios({
      name: 'channel',
      legend: { text: 'How did it come?', classes: 'govuk-fieldset__legend--s' },
      items: (['telephone', 'letter', 'email', 'workshop'] as const).map((value) => ({ value, text: channels[value] })),
      classes: 'govuk-radios--small',
    }),
    ...(workshops.length
      ? [
          ask.select({
            name: 'workshop',
            label: 'Which workshop? (if at one)',
            items: [
              { value: '', text: 'None' },
              ...workshops.map((one) => ({
                value: one.workshop,
                text: `${one.title}, ${whenWords(one.startsAt, one.endsAt)}`,
              })),
            ],
          }),
        ]
      : []),
    ask.dateInput({
      name: 'receivedOn',
      legend: { text: 'When did it reach the council?', classes: 'govuk-fieldset__legend--s' },
    }),
    ask.textarea({
      name: 'said',
      label: { text: 'In their own words', classes: 'govuk-label--s' },
      hint: 'Leave names and addresses out',
      rows: 6,
    }),
    ask.fileUpload({
      name: 'file',
      label: 'The letter itself (optional)',
      hint: 'A picture, a PDF or a Word document',
    }),
    ...questionsOf(consultation.questionnaire)
      .filter(({ kind }) => kind !== 'upload')
      .map((question, at) => questionFields(ask, question, boxes, { number: at + 1, optionalWord: false })),
  ],
  button: 'Enter it',
  send: async (visit, form, { consultation: { ref, questionnaire } }) => {
    const { answers, errors } = answersIn(questionsOf(questionnaire), form)
    const receivedOn = dayIn(form.values, 'receivedOn', errors)
    if (receivedOn === null) errors['receivedOn'] ??= 'Enter the day.'
    if (Object.keys(errors).length) return { errors }
    const file = form.files.find(({ field }) => field === 'file')
    const key = form.values['key']
    return visit.perform(enterResponse, {
      ref,
      ...(isUuid(key) ? { key } : {}),
      channel: form.values['channel'],
      receivedOn,
      answers,
      said: form.values['said']?.trim() || null,
      workshop: form.values['workshop'] || null,
      file: file ? { name: file.name, bytes: file.bytes } : null,
    })
  },
  done: (_, { consultation: { ref } }) => `${responsesPath({ ref })}?done=entered`,
})

/** Was this written for many to sign? */
export const campaignPage = deskForm<Answer<typeof viewReconciliation> & { like: string }>({
  path: campaignPath,
  see: async (visit): Promise<Outcome<Answer<typeof viewReconciliation> & { like: string }>> => {
    const outcome = await visit.ask(viewReconciliation, { ref: visit.params['ref'] })
    return outcome.ok ? { ok: true, value: { ...outcome.value, like: visit.query['like'] ?? '' } } : outcome
  },
  back: (_, { params }) => reconciliationPath({ ref: params['ref'] ?? '' }),
  heading: () => 'Group the responses of a campaign',
  lead: () =>
    'They stay responses, each counted as one. Grouped, they are also shown together, so that nobody takes one letter signed by many for many thoughts, or for none.',
  typed: ({ like }) => ({ values: { like } }),
  fields: (ask) => [
    ask.input({
      name: 'name',
      label: 'What is the campaign called?',
      hint: 'The report counts it under this name for everybody to read, where enough people took part. Name no person.',
    }),
    ask.input({ name: 'organiser', label: 'Who organised it? (optional)', hint: 'This is not published' }),
    ask.input({
      name: 'like',
      label: 'The reference of a response in its words',
      hint: 'All others in these words belong to it, also those that still come',
      classes: 'govuk-input--width-10',
    }),
    ask.textarea({ name: 'receipts', label: 'Others, by their references (optional)', hint: 'One a line', rows: 3 }),
    ask.input({ name: 'because', label: 'Why do they belong together?' }),
  ],
  button: 'Group them',
  send: (visit, form) =>
    visit.perform(
      groupCampaign,
      {
        ref: visit.params['ref'],
        name: form.values['name'],
        organiser: form.values['organiser']?.trim() || null,
        like: form.values['like']?.trim() || null,
        receipts: (form.values['receipts'] ?? '')
          .split('\n')
          .map((one) => one.trim())
          .filter(Boolean),
        because: form.values['because'],
      },
      form,
    ),
  done: (_, __, { params }) => `${reconciliationPath({ ref: params['ref'] ?? '' })}?done=grouped`,
})

/** Does what came in add up to what was done with it? */
export const reconciliationPage: Page = {
  path: reconciliationPath.pattern,
  may: staff,
  get: async (visit) => {
    const { ref = '' } = visit.params
    const outcome = await visit.ask(viewReconciliation, { ref })
    if (!outcome.ok) return { refusal: outcome.refusal }
    return {
      view: {
        title: 'Does it add up?',
        back: deskConsultationPath({ ref }),
        body: reckoned(visit, ref, outcome.value),
      },
    }
  },
}

const whole = (n: number) => ({ text: n.toLocaleString('en-GB'), format: 'numeric' })

function reckoned(
  visit: Visit,
  ref: string,
  { title, groups, reconciled: r, campaigns, likely }: Answer<typeof viewReconciliation>,
): Html {
  const used = r.channels.filter(({ received }) => received > 0)
  const affected = Math.max(0, ...groups.map(({ population }) => population ?? 0))
  return html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${title}</span>
    <h1 class="govuk-heading-l">Does it add up?</h1>
    <p class="govuk-body">
      <strong
        >${r.total.received.toLocaleString('en-GB')} received = ${r.total.analysed.toLocaleString('en-GB')} analysed +
        ${r.total.excluded.toLocaleString('en-GB')} excluded + ${r.total.waiting.toLocaleString('en-GB')}
        waiting.</strong
      >
      ${r.adds ? statusTag('It adds up', 'good') : statusTag('It does not add up', 'bad')}
    </p>
    ${scrollRegion(
      'Received by channel',
      table(
        stacking({
          caption: 'By channel',
          firstCellIsHeader: true,
          head: [
            { text: 'How it came' },
            { text: 'Received', format: 'numeric' },
            { text: 'Analysed', format: 'numeric' },
            { text: 'Excluded', format: 'numeric' },
            { text: 'Waiting', format: 'numeric' },
            { text: 'of it late', format: 'numeric' },
          ],
          rows: [
            ...r.channels.map((one) => [
              { text: one.title },
              whole(one.received),
              whole(one.analysed),
              whole(one.excluded),
              whole(one.waiting),
              whole(one.late),
            ]),
            [
              { text: 'In all' },
              whole(r.total.received),
              whole(r.total.analysed),
              whole(r.total.excluded),
              whole(r.total.waiting),
              whole(r.total.late),
            ],
          ],
        }),
      ),
    )}
    ${used.length > 0 && barChart({ id: 'channels', title: 'How people answered', of: 'Channel', amount: 'Responses', bars: used.map((one) => ({ label: one.title, value: one.received, shown: one.received.toLocaleString('en-GB') })) })}
    ${affected > 0 && html`<p class="govuk-body">The largest group that it affects counts ${affected.toLocaleString('en-GB')} people; ${r.total.received.toLocaleString('en-GB')} responses came in.</p>`}
    <h2 class="govuk-heading-m">Excluded, and why</h2>
    ${
      r.reasons.length
        ? html`<ul class="govuk-list govuk-list--bullet">
            ${r.reasons.map(({ because, n }) => html`<li>${n}: ${because}</li>`)}
          </ul>`
        : html`<p class="govuk-body">Nothing is excluded.</p>`
    }
    <h2 class="govuk-heading-m">What looks like something else that came</h2>
    <p class="govuk-body">
      Flagged and linked; nothing is dropped. People of one household, or in one library, may well write alike.
    </p>
    ${facts({ rows: r.twins.map(({ reason, n }) => ({ key: { 'same-key': 'One form, other content', 'same-code': 'One code, used again', 'same-content': 'Word for word the same', 'same-words': 'The same words, other answers' }[reason], value: n })) })}
    <h2 class="govuk-heading-m">Campaigns</h2>
    ${campaigns.length ? facts({ rows: campaigns.map((one) => ({ key: one.name, value: `${one.n} ${one.n === 1 ? 'response' : 'responses'}${one.organiser === null ? '' : `, organised by ${one.organiser}`}` })) }) : html`<p class="govuk-body">None is grouped.</p>`}
    ${
      likely.length > 0
      && html`<p class="govuk-body">These words came more than once:</p>
        <ul class="govuk-list govuk-list--bullet">
          ${likely.map((one) => html`<li>${one.n} times: “${one.opening}…” ${visit.actor.roles.includes(officer) && html`<a class="govuk-link" href="${withQuery(campaignPath({ ref }), { like: one.receipt })}">Group them<span class="govuk-visually-hidden">, like ${one.receipt}</span></a>`}</li>`)}
        </ul>`
    }
    <h2 class="govuk-heading-m">Boxes</h2>
    ${
      r.batches.length
        ? scrollRegion(
            'Boxes',
            table(
              stacking({
                caption: 'Counted in the box against keyed in',
                captionClasses: 'govuk-visually-hidden',
                head: [
                  { text: 'Box' },
                  { text: 'Counted', format: 'numeric' },
                  { text: 'Responses', format: 'numeric' },
                  { text: 'Set aside', format: 'numeric' },
                  { text: 'Still to do', format: 'numeric' },
                ],
                rows: r.batches.map((one) => [
                  {
                    text: html`${one.n}: ${one.box}<span class="remit-ref"
                        >Opened ${plainDay(one.openedOn)}; counted by ${one.countedBy} and ${one.witnessedBy}</span
                      >`,
                  },
                  whole(one.counted),
                  whole(one.settled),
                  whole(one.void),
                  whole(one.counted - one.settled - one.void),
                ]),
              }),
            ),
          )
        : html`<p class="govuk-body">None was opened.</p>`
    }
    ${visit.actor.roles.includes(officer) && html`<p class="govuk-body"><a class="govuk-link" href="${responsesPath({ ref })}">The responses, one by one</a></p>`}`
}
