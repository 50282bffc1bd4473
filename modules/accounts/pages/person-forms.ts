import { administrator, roles } from '#authority'
import { asking, facts, questionPage, type Asking } from '#govuk'
import { dayBoxes, typedDay } from '#platform/typed.ts'
import { html, type Html } from '#platform/html.ts'
import type { Form, Page, Reply, Visit } from '#platform/page.ts'
import type { Outcome } from '#platform/use-case.ts'
import { addPerson } from '../add-person.ts'
import { changeDetails } from '../change-details.ts'
import { changeRoles } from '../change-roles.ts'
import { closeAccount } from '../close-account.ts'
import { detailsPath, leavePath, newPersonPath, peoplePath, personPath, postPath, rolesPath } from '../paths.ts'
import { readPerson } from '../read-person.ts'

/** One question about a person: its fields, what was typed, and what was wrong with it. */
type Question = {
  heading: string
  caption?: string
  lead?: Html
  back: string
  buttonText: string
  warning?: boolean
  fields(ask: Asking): Html | Html[]
}

/** What stands in a form: what was typed, or what is known already. */
type Standing = { values: Record<string, string | undefined>; lists: Record<string, string[] | undefined> }

function show(visit: Visit, question: Question, { values, lists }: Standing, outcome: Outcome<unknown> | null): Reply {
  const refusal = outcome && !outcome.ok ? outcome.refusal : null
  const ask = asking({ values, lists, errors: refusal?.fields })
  return {
    status: refusal ? 422 : 200,
    view: {
      title: question.heading,
      back: question.back,
      hasErrors: refusal !== null,
      body: questionPage({
        ask,
        heading: question.heading,
        caption: question.caption,
        lead: question.lead,
        refusal: refusal && refusal.kind !== 'invalid' ? refusal : undefined,
        fields: question.fields(ask),
        hidden: visit.formFields(),
        buttonText: question.buttonText,
        ...(question.warning ? { warning: true } : {}),
        cancel: { text: 'Cancel', href: question.back },
      }),
    },
  }
}

const typed = ({ values, lists }: Form): Standing => ({ values, lists })

const rolesQuestion = (ask: Asking): Html =>
  ask.checkboxes({
    name: 'roles',
    legend: 'What do they sign in as?',
    hint: 'A role opens doors. What somebody may decide or do behind them depends on the posts they hold.',
    items: roles.map((role) => ({ value: role, text: `${role.slice(0, 1).toUpperCase()}${role.slice(1)}` })),
  })

const nameQuestions = (ask: Asking): Html[] => [
  ask.input({ name: 'name', label: 'Name', autocomplete: 'off', spellcheck: false }),
  ask.input({
    name: 'email',
    label: 'E-mail address',
    hint: 'As the identity service gives it.',
    type: 'email',
    autocomplete: 'off',
    spellcheck: false,
  }),
]

const adding: Question = {
  heading: 'Who may sign in?',
  back: peoplePath(),
  buttonText: 'Add them',
  fields: (ask) => [...nameQuestions(ask), rolesQuestion(ask)],
}

/** Who may sign in? */
export const addPersonPage: Page = {
  path: newPersonPath.pattern,
  may: [administrator],
  get: async (visit) => show(visit, adding, { values: {}, lists: {} }, null),
  post: async (visit, form) => {
    const { name, email } = form.values
    const outcome = await visit.perform(addPerson, { name, email, roles: form.lists['roles'] ?? [] }, form)
    return outcome.ok
      ? { redirect: `${personPath({ account: outcome.value.account })}?done=added` }
      : show(visit, adding, typed(form), outcome)
  },
}

type Found = Extract<Awaited<ReturnType<typeof readPerson.run>>, { ok: true }>['value']

/** A page about one person: finds them first, then asks. */
const about = (
  path: string,
  question: (found: Found, visit: Visit) => Question & { standing: Standing },
  does: (visit: Visit, form: Form, account: string) => Promise<{ outcome: Outcome<unknown>; done: string }>,
): Page => ({
  path,
  may: [administrator],
  get: async (visit) => {
    const found = await visit.ask(readPerson, { account: visit.params['account'] })
    if (!found.ok) return { refusal: found.refusal }
    const { standing, ...asked } = question(found.value, visit)
    return show(visit, asked, standing, null)
  },
  post: async (visit, form) => {
    const account = visit.params['account'] ?? ''
    const found = await visit.ask(readPerson, { account })
    if (!found.ok) return { refusal: found.refusal }
    const { outcome, done } = await does(visit, form, account)
    return outcome.ok
      ? { redirect: `${personPath({ account })}?done=${done}` }
      : show(visit, question(found.value, visit), typed(form), outcome)
  },
})

/** What are they called, and where do they get mail? */
export const detailsPage = about(
  detailsPath.pattern,
  ({ person }) => ({
    heading: 'Name and address',
    caption: person.name,
    back: personPath(person),
    buttonText: 'Save',
    lead: html`<p class="govuk-body">What they did before keeps the name that they had.</p>`,
    fields: nameQuestions,
    standing: { values: { name: person.name, email: person.email }, lists: {} },
  }),
  async (visit, { values, ...form }, account) => ({
    outcome: await visit.perform(
      changeDetails,
      { account, name: values['name'], email: values['email'] },
      { values, ...form },
    ),
    done: 'details',
  }),
)

/** What do they sign in as? */
export const rolesPage = about(
  rolesPath.pattern,
  ({ person }) => ({
    heading: 'What do they sign in as?',
    caption: person.name,
    back: personPath(person),
    buttonText: 'Save',
    fields: rolesQuestion,
    standing: { values: {}, lists: { roles: person.roles } },
  }),
  async (visit, form, account) => ({
    outcome: await visit.perform(changeRoles, { account, roles: form.lists['roles'] ?? [] }, form),
    done: 'roles',
  }),
)

/** From which day on have they left? */
export const leavePage = about(
  leavePath.pattern,
  ({ person, holds }, { today }) => ({
    heading: 'From which day on have they left?',
    caption: person.name,
    back: personPath(person),
    buttonText: 'Close the account',
    warning: true,
    lead: html`<p class="govuk-body">
        From that day on they cannot sign in. If it is today, they are signed out everywhere at once. What they did
        stays, under their name.
      </p>
      ${
        holds.length > 0
        && facts({
          title: 'Somebody has to take over',
          rows: holds.map(({ post, title }) => ({
            key: title,
            value: html`<a class="govuk-link" href="${postPath({ post })}">See the post</a>`,
          })),
        })
      }`,
    fields: (ask) => ask.dateInput({ name: 'from', legend: 'First day without the account' }),
    standing: { values: dayBoxes('from', today), lists: {} },
  }),
  async (visit, form, account) => {
    const read = typedDay(form.values, 'from')
    const wrong = read === null ? 'Enter a day.' : 'error' in read ? read.error : null
    const from = read && 'value' in read ? read.value : null
    const outcome: Outcome<unknown> = from
      ? await visit.perform(closeAccount, { account, from }, form)
      : {
          ok: false,
          refusal: {
            kind: 'invalid',
            what: 'There is a problem with the day.',
            because: [],
            next: null,
            fields: { from: wrong ?? '' },
          },
        }
    return { outcome, done: from?.equals(visit.today) ? 'closed' : 'leaves' }
  },
)
