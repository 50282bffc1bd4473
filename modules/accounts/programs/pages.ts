import { administrator } from '#authority'
import { asking, button, facts, insetText, questionPage, sortableTable, tag, warningText } from '#govuk'
import { plainDay, shortDay } from '#platform/days.ts'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import { londonDay } from '#platform/perform.ts'
import { typedDay } from '#platform/typed.ts'
import type { Outcome } from '#platform/use-case.ts'
import type { z } from 'zod'
import { momentWords } from '../pages/moments.ts'
import { newProgramPath, peoplePath, programsPath } from '../paths.ts'
import { addProgram, rolesOfPrograms } from './add-program.ts'
import { listPrograms } from './list-programs.ts'
import { revokeProgram } from './revoke-program.ts'

type Line = z.output<NonNullable<typeof listPrograms.output>>['programs'][number]

/** Which programs sign in, and when were they last here? */
export const programsPage: Page = {
  path: programsPath.pattern,
  may: [administrator],
  get: (visit) => listed(visit, null),
  post: async (visit, form) => {
    const outcome = await visit.perform(revokeProgram, { program: form.values['program'] }, form)
    return outcome.ok ? { redirect: programsPath() } : listed(visit, outcome)
  },
}

async function listed(visit: Visit, outcome: Outcome<unknown> | null): Promise<Reply> {
  if (outcome && !outcome.ok) return { refusal: outcome.refusal }
  const found = await visit.ask(listPrograms, {})
  if (!found.ok) return { refusal: found.refusal }
  const { programs } = found.value
  return {
    view: {
      title: 'Programs that sign in',
      back: peoplePath(),
      wide: true,
      body: html`<h1 class="govuk-heading-l">Programs that sign in</h1>
        <p class="govuk-body-l">
          Programs of the council use the <a class="govuk-link" href="/api">API</a> by a key of their own. What they may
          decide or do depends on the posts they are appointed to, like for everybody.
        </p>
        ${button({ text: 'Let a program sign in', href: newProgramPath() })}
        ${
          programs.length === 0
            ? html`<p class="govuk-body">None does yet.</p>`
            : sortableTable({
                caption: 'Programs that sign in',
                hideCaption: true,
                columns: [
                  { key: 'name', text: 'Program' },
                  { key: 'roles', text: 'Signs in as' },
                  { key: 'key', text: 'Key' },
                  { key: 'used', text: 'Last used' },
                  { key: 'revoke', text: 'Revoke' },
                ],
                rows: programs.map((one) => [
                  html`${one.name}<span class="remit-ref">${one.contact} answers for it</span>`,
                  one.roles.join(', '),
                  html`…${one.mark} ${standing(one)}<span class="remit-ref"
                      >made ${shortDay(londonDay(one.madeAt))} by ${one.madeBy}; last day ${shortDay(one.lastDay)}</span
                    >`,
                  one.usedAt ? momentWords(one.usedAt) : 'Never',
                  one.state !== 'works'
                    ? ''
                    : html`<form method="post" novalidate>
                        ${visit.formFields()}<input
                          type="hidden"
                          name="program"
                          value="${one.program}"
                        />${button({ text: html`Revoke<span class="govuk-visually-hidden"> the key of ${one.name}</span>`, classes: 'govuk-button--warning govuk-!-margin-bottom-0' })}
                      </form>`,
                ]),
              })
        }`,
    },
  }
}

const standing = ({ state, revokedBy }: Line): Html =>
  state === 'works'
    ? tag({ text: 'Works', classes: 'govuk-tag--green' })
    : tag({ text: state === 'revoked' ? `Revoked by ${revokedBy ?? ''}` : 'Ended', classes: 'govuk-tag--grey' })

/** Which program is it, and until when? */
export const newProgramPage: Page = {
  path: newProgramPath.pattern,
  may: [administrator],
  get: (visit) => Promise.resolve(asked(visit, null, {}, null)),
  post: async (visit, form) => {
    const day = typedDay(form.values, 'lastDay')
    const outcome = await visit.perform(
      addProgram,
      {
        name: form.values['name'],
        contact: form.values['contact'],
        roles: form.lists['roles'] ?? [],
        lastDay: day && 'value' in day ? day.value : undefined,
      },
      form,
    )
    if (!outcome.ok)
      return asked(
        visit,
        form,
        day && 'error' in day ? { lastDay: day.error } : day === null ? { lastDay: 'Enter its last day.' } : {},
        outcome,
      )
    return { view: { title: 'The key, shown once', back: programsPath(), body: shownOnce(outcome.value) } }
  },
}

const shownOnce = ({
  name,
  key,
  lastDay,
  roles,
}: {
  name: string
  key: string
  lastDay: Temporal.PlainDate
  roles: string[]
}): Html =>
  html`<h1 class="govuk-heading-l">The key of ${name}</h1>
    ${warningText({ text: 'Copy it now. It is kept nowhere and cannot be shown again.' })}
    ${insetText({ text: html`<code class="remit-break">${key}</code>` })}
    ${facts({
      rows: [
        { key: 'Sent as', value: html`<code>Authorization: Bearer</code> and the key` },
        { key: 'Signs in as', value: roles.join(', ') },
        { key: 'Last day', value: plainDay(lastDay) },
      ],
    })}
    <p class="govuk-body">
      Give it to whoever runs the program, by a way on which secrets may travel. If anybody else sees it, revoke it and
      make another.
    </p>
    <p class="govuk-body"><a class="govuk-link" href="${programsPath()}">Programs that sign in</a></p>`

function asked(
  visit: Visit,
  form: Form | null,
  wrong: Record<string, string>,
  outcome: Outcome<unknown> | null,
): Reply {
  const refusal = outcome && !outcome.ok ? outcome.refusal : null
  const errors = refusal?.kind === 'invalid' ? { ...refusal.fields, ...wrong } : wrong
  const ask = asking({ values: form?.values, lists: form?.lists, errors })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: 'Let a program sign in',
      back: programsPath(),
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        heading: 'Let a program sign in',
        refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
        fields: [
          ask.input({
            name: 'name',
            label: 'What is the program called?',
            hint: 'What it does is recorded in this name, with “(program)” after it.',
          }),
          ask.input({
            name: 'contact',
            label: 'Who answers for it?',
            hint: 'An e-mail address; letters to the program go there.',
            type: 'email',
          }),
          ask.checkboxes({
            name: 'roles',
            legend: 'What does it sign in as?',
            hint: 'No more than it needs. A program is never an administrator.',
            items: rolesOfPrograms.map((role) => ({
              value: role,
              text: `${role.slice(0, 1).toUpperCase()}${role.slice(1)}`,
            })),
          }),
          ask.dateInput({
            name: 'lastDay',
            legend: 'Which is its last day?',
            hint: 'At most a year ahead. After it the key is refused; then make another.',
          }),
        ],
        hidden: visit.formFields(),
        buttonText: 'Make the key',
        cancel: { text: 'Cancel', href: programsPath() },
      }),
    },
  }
}
