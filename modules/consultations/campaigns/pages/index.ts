import { officer, staff } from '#authority'
import {
  button,
  details,
  facts,
  insetText,
  pager,
  refusalPanel,
  scrollRegion,
  stacking,
  statusTag,
  table,
} from '#govuk'
import { withQuery } from '#platform/address.ts'
import { longDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Page, Reply, Visit } from '#platform/page.ts'
import type { Refusal, Answer } from '#platform/use-case.ts'
import { analysisPath, codeResponsePath } from '../../analysis/paths.ts'
import { deskForm } from '../../pages/desk-form.ts'
import { campaignPath, responsePath } from '../../pages/paths.ts'
import { dayOf, doneBanner, prose } from '../../pages/words.ts'
import { codeAlike, judgeAlike, undoAlike } from '../code.ts'
import { findAlike } from '../find.ts'
import { fewWords } from '../likeness.ts'
import { alikeGroupPath, alikeMemberPath, alikePath, codeAlikePath, undoAlikePath } from '../paths.ts'
import { listAlike, viewAlike, viewAlikeMember } from '../queries.ts'
import { stands, type Stands } from '../store.ts'
import { apartWords, besideCommon, differsWords, responsesWord } from './words.ts'

type Seen = Answer<typeof viewAlike>
const count = (n: number) => n.toLocaleString('en-GB')
const number = (n: number) => ({ text: count(n), format: 'numeric' })
const open = (state: string) => ['open', 'closed', 'analysed'].includes(state)
const titleOf = ({ n, name }: { n: number; name: string | null }) => name ?? `Group ${n}`

/** What of it was written alike? */
export const alikePage: Page = {
  path: alikePath.pattern,
  may: staff,
  get: (visit) => listed(visit, null),
  async post(visit, form) {
    const outcome = await visit.perform(findAlike, { ref: visit.params['ref'] }, form)
    return outcome.ok
      ? { redirect: `${alikePath({ ref: visit.params['ref'] ?? '' })}?done=looked` }
      : listed(visit, outcome.refusal)
  },
}

async function listed(visit: Visit, refusal: Refusal | null): Promise<Reply> {
  const { ref = '' } = visit.params
  const outcome = await visit.ask(listAlike, { ref, after: visit.query['after'] })
  if (!outcome.ok) return { refusal: outcome.refusal }
  const { title, state, look, received, grouped, groups, next } = outcome.value
  const may = visit.actor.roles.includes(officer)
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'What was written alike?',
      back: analysisPath({ ref }),
      hasErrors: refusal !== null,
      body: html`${refusal && refusalPanel(refusal)}${doneBanner(visit)}<span class="govuk-caption-l"
          >${ref} · ${title}</span
        >
        <h1 class="govuk-heading-l">What was written alike?</h1>
        <p class="govuk-body">
          Campaigns send one text by many hands. Every response counts as one, and they are shown apart, so that nobody
          takes one letter signed by many for many thoughts, or for none. Whether somebody organised it, or a household
          wrote together, is for people to say.
        </p>
        ${
          look
            ? html`<p class="govuk-body"><strong>${apartWords(received, grouped)}</strong></p>
                <p class="govuk-body-s remit-quiet">
                  Looked for on ${longDay(dayOf(look.at))} by ${look.by}, among ${responsesWord(look.responses)} of
                  enough words, in ${count(look.texts)} different ${look.texts === 1 ? 'text' : 'texts'}. What came
                  since is not in it.
                </p>`
            : html`<p class="govuk-body">Nobody has looked yet.</p>`
        }
        ${groups.length > 0 && html`${groupTable(ref, groups, may)}${pager({ label: `${groups.length} of ${count(grouped.groups)} groups`, next: next ? withQuery(alikePath({ ref }), { after: next }) : undefined, of: 'groups' })}`}
        ${may && open(state) && html`<form method="post" novalidate>${visit.formFields()}${button({ text: look ? 'Look again' : 'Look for what was written alike', preventDoubleClick: true, classes: look ? 'govuk-button--secondary' : '' })}</form>`}
        ${details({ summary: 'How they are found', text: 'Texts are compared in runs of three words, without case and punctuation. One belongs to a group if it has at least seven of ten runs of the shorter of the two: its own, or the group’s. Texts of fewer than 80 letters are left out, because many would write them by chance. Chance has no part in it: the same responses make the same groups. It sees words and not what they mean: the same demand in other words is not found.' })}`,
    },
  }
}

const groupTable = (ref: string, groups: Answer<typeof listAlike>['groups'], may: boolean): Html =>
  scrollRegion(
    'Groups',
    table(
      stacking({
        caption: 'Groups, the largest first',
        firstCellIsHeader: true,
        head: [
          { text: 'Group' },
          { text: 'Responses', format: 'numeric' },
          { text: 'Different texts', format: 'numeric' },
          { text: 'To be read first', format: 'numeric' },
        ],
        rows: groups.map((one) => [
          {
            text: html`${may ? html`<a class="govuk-link" href="${alikeGroupPath({ ref, n: String(one.n) })}">${titleOf(one)}</a>` : titleOf(one)}${one.organiser !== null && html`<span class="remit-ref">Organised by ${one.organiser}</span>`}<span
                class="remit-ref"
                >“${one.opening}…”</span
              >`,
          },
          number(one.responses),
          number(one.texts),
          number(one.differs),
        ]),
      }),
    ),
  )

/** What do these have in common, and what did each add? */
export const alikeGroupPage: Page = {
  path: alikeGroupPath.pattern,
  may: [officer],
  get: async (visit) => {
    const { ref = '', n = '' } = visit.params
    const outcome = await visit.ask(viewAlike, {
      ref,
      n,
      stands: visit.query['stands'] || undefined,
      after: visit.query['after'],
    })
    if (!outcome.ok) return { refusal: outcome.refusal }
    const seen = outcome.value
    const { group, shows } = seen
    const here = alikeGroupPath({ ref, n })
    return {
      view: {
        title: titleOf(group),
        back: alikePath({ ref }),
        body: html`${doneBanner(visit)}<span class="govuk-caption-l">${ref} · ${seen.title}</span>
          <h1 class="govuk-heading-l">${titleOf(group)}: ${responsesWord(group.responses)}</h1>
          <h2 class="govuk-heading-m">The common text</h2>
          ${seen.common.map(
            ({ asked, words }) =>
              html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${asked}</p>
                <blockquote class="govuk-inset-text govuk-!-margin-top-0">${prose(words)}</blockquote>`,
          )}
          <p class="govuk-body-s remit-quiet">
            As ${group.common} has it;
            ${group.texts === 1 ? 'all are word for word the same' : `the group has ${count(group.texts)} different texts`}.${group.name === null && html` <a class="govuk-link" href="${withQuery(campaignPath({ ref }), { like: group.common })}">Say what the campaign is called</a>`}
          </p>
          ${group.differs > 0 && insetText({ text: html`<strong>${responsesWord(group.differs)} to be read by a person first.</strong> ${group.differs === 1 ? 'It changes' : 'Each changes'} more than ${fewWords} words, or a word such as “not”. What somebody added is not lost in the group.` })}
          ${coded(seen)}
          <h2 class="govuk-heading-m" id="members">Its members</h2>
          <ul class="govuk-list">
            ${(Object.keys(stands) as Stands[])
              .filter((one) => group[one] > 0 || one === shows)
              .map(
                (one) =>
                  html`<li>
                    ${one === shows ? html`<strong>${stands[one]}: ${count(group[one])}</strong>` : html`<a class="govuk-link" href="${withQuery(here, { stands: one })}">${stands[one]}: ${count(group[one])}</a>`}
                  </li>`,
              )}
          </ul>
          ${seen.members.length === 0 && html`<p class="govuk-body">There are none.</p>`}${seen.members.map((one) => member(seen, one))}
          ${pager({ label: `${seen.members.length} of ${count(group[shows])}`, next: seen.next ? withQuery(here, { stands: shows, after: seen.next }) : undefined, of: 'members' })}`,
      },
    }
  },
}

const wordsOf = (codes: readonly { title: string }[]) =>
  codes.length ? codes.map(({ title }) => title).join('; ') : 'No code'

function coded({ ref, state, group, codings, second, frame }: Seen): Html {
  const n = String(group.n)
  const standing = codings.find(({ undoneAt }) => undoneAt === null)
  const otherwise = second.filter(
    (one) =>
      one.state === 'settled'
      && standing
      && !standing.codes.some(
        (codes) => codes.length === one.codes.length && codes.every(({ code }) => one.codes.includes(code)),
      ),
  )
  return html`<h2 class="govuk-heading-m">Coding</h2>
    ${
      codings.length === 0
        ? html`<p class="govuk-body">It was not coded as a group yet.</p>`
        : facts({
            rows: codings.map((one) => ({
              key: longDay(dayOf(one.at)),
              value: html`${responsesWord(one.responses)} coded by ${one.by}:
                <strong>${one.codes.map(wordsOf).join(' / ')}</strong>.
                ${one.because}${
                  one.undoneAt
                    ? html`<br />${statusTag('Undone', 'ended')} by ${one.undoneBy}:
                        ${one.undoneBecause}${(one.kept ?? 0) > 0 && html` ${responsesWord(one.kept ?? 0)}, coded by two people since, ${one.kept === 1 ? 'stays' : 'stay'} coded.`}`
                    : open(state)
                      && html`<br /><a class="govuk-link" href="${undoAlikePath({ ref, n, act: one.act })}"
                          >Undo<span class="govuk-visually-hidden"> the coding of ${longDay(dayOf(one.at))}</span></a
                        >`
                }`,
            })),
          })
    }
    ${otherwise.map(({ receipt }) => html`<p class="govuk-body">${statusTag('Look again', 'bad')} Two people settled <a class="govuk-link" href="${responsePath({ ref, receipt })}">${receipt}</a>, which stands for the group, with other codes than the group has. Undo the coding and code the group as they settled it.</p>`)}
    ${
      open(state)
      && (frame.length === 0
        ? html`<p class="govuk-body">
            There is no coding frame yet.
            <a class="govuk-link" href="${analysisPath({ ref })}">Put codes into it first</a>.
          </p>`
        : button({
            text: standing ? 'Code those that are not coded yet' : 'Code them at once',
            href: codeAlikePath({ ref, n }),
            classes: standing ? 'govuk-button--secondary' : '',
          }))
    }`
}

const member = ({ ref, group, common, state }: Seen, one: Seen['members'][number]): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">
      <a class="govuk-link" href="${responsePath({ ref, receipt: one.receipt })}">${one.receipt}</a>:
      ${differsWords(one)}${one.coded && html` ${statusTag('Coded', 'good')}`}${one.excluded && html` ${statusTag('Excluded', 'ended')}`}
    </h3>
    ${one.because !== null && html`<p class="govuk-body-s govuk-!-margin-bottom-1">${one.by}: ${one.because}</p>`}${besideCommon(common, one.answers)}
    ${
      open(state)
      && html`<p class="govuk-body">
        ${one.receipt !== group.common && html`<a class="govuk-link" href="${alikeMemberPath({ ref, n: String(group.n), receipt: one.receipt })}">Say whether it belongs<span class="govuk-visually-hidden">: ${one.receipt}</span></a> · `}<a
          class="govuk-link"
          href="${codeResponsePath({ ref, receipt: one.receipt })}"
          >Code it by itself<span class="govuk-visually-hidden">: ${one.receipt}</span></a
        >
      </p>`
    }`

/** What do all of these speak of? */
export const codeAlikePage = deskForm<Seen>({
  path: codeAlikePath,
  see: (visit) => visit.ask(viewAlike, { ref: visit.params['ref'], n: visit.params['n'], size: 1 }),
  back: ({ ref, group }) => alikeGroupPath({ ref, n: String(group.n) }),
  caption: ({ ref, title }) => `${ref} · ${title}`,
  heading: ({ group }) => `Code ${titleOf(group)} at once`,
  lead: ({ group }) =>
    html`<p class="govuk-body">
      Each of ${responsesWord(group.alike + group.read)} is given these codes, unless it is coded or excluded already;
      it can be undone.
      ${group.differs > 0 && `${responsesWord(group.differs)} to be read first ${group.differs === 1 ? 'is' : 'are'} left as ${group.differs === 1 ? 'it is' : 'they are'}.`}
      ${group.apart > 0 && `${responsesWord(group.apart)} with other answers in words ${group.apart === 1 ? 'is' : 'are'} coded one by one.`}
    </p>`,
  typed: () => ({ values: {}, lists: {} }),
  fields: (ask, { common, frame }) => [
    ...common.map(
      ({ asked, words }, at) =>
        html`<h2 class="govuk-heading-m">${asked}</h2>
          <blockquote class="govuk-inset-text">${prose(words)}</blockquote>
          ${ask.checkboxes({
            name: `codes-${at}`,
            classes: 'govuk-checkboxes--small',
            legend: { text: 'What does it speak of?', classes: 'govuk-fieldset__legend--s' },
            hint: 'None, if none fits',
            items: frame.map(({ code, title, means }) => ({ value: code, text: title, hint: means })),
          })}`,
    ),
    ask.input({ name: 'because', label: 'Why does one coding fit them all?' }),
  ],
  button: 'Code them',
  send: (visit, form, { ref, group, common }) =>
    visit.perform(
      codeAlike,
      {
        ref,
        n: group.n,
        codes: common.map((_, at) => form.lists[`codes-${at}`] ?? []),
        because: form.values['because'],
      },
      form,
    ),
  done: (_, { ref, group }) => `${alikeGroupPath({ ref, n: String(group.n) })}?done=coded`,
})

/** Why is this coding undone? */
export const undoAlikePage = deskForm<Seen>({
  path: undoAlikePath,
  see: (visit) => visit.ask(viewAlike, { ref: visit.params['ref'], n: visit.params['n'], size: 1 }),
  back: ({ ref, group }) => alikeGroupPath({ ref, n: String(group.n) }),
  caption: ({ ref, title }) => `${ref} · ${title}`,
  heading: ({ group }) => `Undo the coding of ${titleOf(group)}`,
  lead: () => 'Its members wait again. What two people have coded since stays, and the history keeps what was coded.',
  fields: (ask) => [ask.input({ name: 'because', label: 'Why?' })],
  button: 'Undo it',
  warning: true,
  send: (visit, form, { ref, group }) =>
    visit.perform(undoAlike, { ref, n: group.n, act: visit.params['act'], because: form.values['because'] }, form),
  done: (_, { ref, group }) => `${alikeGroupPath({ ref, n: String(group.n) })}?done=undone`,
})

/** Does this response belong to the group? */
export const alikeMemberPage = deskForm<Answer<typeof viewAlikeMember>>({
  path: alikeMemberPath,
  see: (visit) =>
    visit.ask(viewAlikeMember, { ref: visit.params['ref'], n: visit.params['n'], receipt: visit.params['receipt'] }),
  back: ({ ref, n }) => alikeGroupPath({ ref, n: String(n) }),
  caption: ({ ref, title }) => `${ref} · ${title}`,
  heading: ({ member: one }) => `Does ${one.receipt} belong to the group?`,
  lead: ({ common, member: one, ref }) =>
    html`<p class="govuk-body">
        ${stands[one.stands]}; it
        ${differsWords(one) === 'word for word the same' ? 'is word for word the same' : differsWords(one)}.${one.because !== null && ` ${one.by}: ${one.because}`}
      </p>
      ${besideCommon(common, one.answers)}
      <p class="govuk-body">
        <a class="govuk-link" href="${codeResponsePath({ ref, receipt: one.receipt })}"
          >If it says more, code it by itself</a
        >; it stays counted in the group.
      </p>`,
  fields: (ask, { member: one }) => [
    ask.radios({
      name: 'what',
      legend: { text: 'Does it belong?', classes: 'govuk-fieldset__legend--s' },
      items:
        one.stands === 'out'
          ? [{ value: 'back', text: 'Yes, take it in again' }]
          : [
              ...(one.stands === 'differs'
                ? [{ value: 'read', text: 'Yes, and it says no more than the others: code it with them' }]
                : []),
              { value: 'out', text: 'No, take it out of the group' },
            ],
    }),
    ask.input({ name: 'because', label: 'Why?' }),
  ],
  button: 'Save',
  send: (visit, form, { ref, n, member: one }) =>
    visit.perform(
      judgeAlike,
      { ref, n, receipt: one.receipt, what: form.values['what'], because: form.values['because'] },
      form,
    ),
  done: (_, { ref, n }) => `${alikeGroupPath({ ref, n: String(n) })}?done=saved`,
})

export const alikePages: Page[] = [alikePage, alikeGroupPage, codeAlikePage, undoAlikePage, alikeMemberPage]
