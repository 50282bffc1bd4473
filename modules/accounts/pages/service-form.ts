import { roles } from '#authority'
import type { Asking } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import { secretPlaceWords } from '#platform/outside.ts'
import type { Form } from '#platform/page.ts'
import { typedDay } from '#platform/typed.ts'
import type { IdentityService } from '../identity/service.ts'

/** The fields of the form about the identity service. Everything that is asked is shown also without JavaScript. */
export const serviceFields = (ask: Asking, council: string): Html[] => [
  ask.input({
    name: 'name',
    label: 'What people call it',
    hint: 'For the button on the sign-in page, for example “your council account”.',
  }),
  ask.input({
    name: 'issuer',
    label: 'Issuer',
    hint: 'As the service names itself, for example https://login.example.gov.uk/tenant/v2.0',
    spellcheck: false,
  }),
  ask.input({
    name: 'clientId',
    label: 'Client identifier',
    hint: 'By which the service knows this site.',
    spellcheck: false,
  }),
  ask.radios({
    name: 'secretIn',
    legend: 'Where is the client secret?',
    hint: 'It is never typed here or kept in the records.',
    items: [
      { value: 'environment', text: `It is ${secretPlaceWords(council, { in: 'environment' })}` },
      {
        value: 'file',
        text: 'It is in a file',
        conditional: ask.input({
          name: 'secretName',
          label: 'Name of the file',
          hint: `In the folder ${council} of the folder that REMIT_SECRETS names.`,
          spellcheck: false,
        }),
      },
      { value: 'nowhere', text: 'There is none: the service knows this site as a public client' },
    ],
  }),
  ask.input({
    name: 'emailClaim',
    label: 'Claim with the e-mail address',
    hint: 'Usually email; preferred_username or upn with some services.',
    classes: 'govuk-input--width-20',
    spellcheck: false,
  }),
  ask.radios({
    name: 'addresses',
    legend: 'Whose word is the address?',
    items: [
      { value: 'verified', text: 'The service says of each address that it was verified (email_verified)' },
      {
        value: 'service',
        text: 'The service gives out the addresses itself, and says nothing',
        hint: 'Choose this only where nobody can choose their own address there.',
      },
    ],
  }),
  ask.radios({
    name: 'rolesBy',
    legend: 'Who says what people sign in as?',
    items: [
      { value: 'here', text: 'An administrator, here' },
      {
        value: 'service',
        text: 'The service, at each sign-in',
        conditional: html`${ask.input({ name: 'rolesClaim', label: 'Claim with the groups or roles', classes: 'govuk-input--width-20', spellcheck: false })}${ask.textarea(
          {
            name: 'map',
            label: 'Which group gives which role?',
            rows: 6,
            spellcheck: false,
            hint: `One a line, a group of theirs = a role of ours: ${roles.join(', ')}.`,
          },
        )}`,
      },
    ],
  }),
  ask.radios({
    name: 'strangers',
    legend: 'Somebody is known to the service but not here',
    items: [
      { value: 'refused', text: 'They are refused until an administrator adds them' },
      { value: 'joiners', text: 'They are added as joiners' },
    ],
  }),
  ask.radios({
    name: 'signOutThere',
    legend: 'Does signing out here sign out there, too?',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  }),
  ask.dateInput({ name: 'from', legend: 'From which day on?' }),
]

/** What a service looks like in the form. */
export function serviceValues(service: IdentityService | null): Record<string, string | undefined> {
  if (service?.kind !== 'oidc') {
    return {
      secretIn: 'environment',
      emailClaim: 'email',
      addresses: 'verified',
      rolesBy: 'here',
      strangers: 'refused',
      signOutThere: 'yes',
      rolesClaim: 'groups',
    }
  }
  return {
    ...service,
    secret: undefined,
    roles: undefined,
    secretIn: service.secret.in,
    secretName: service.secret.in === 'file' ? service.secret.name : undefined,
    rolesBy: service.roles ? 'service' : 'here',
    rolesClaim: service.roles?.claim ?? 'groups',
    map: service.roles?.map.map(({ from, role }) => `${from} = ${role}`).join('\n'),
    signOutThere: service.signOutThere ? 'yes' : 'no',
  }
}

/** The form as the use case takes it; what the form itself finds wrong, by its own names. */
export function serviceTyped({ values }: Form): { input: unknown; wrong: Record<string, string> } {
  const wrong: Record<string, string> = {}
  const read = typedDay(values, 'from')
  if (read && 'error' in read) wrong['from'] = read.error
  const map = values['rolesBy'] === 'service' ? mapTyped(values['map'] ?? '', wrong) : []
  return {
    wrong,
    input: {
      from: read && 'value' in read ? read.value : null,
      service: {
        kind: 'oidc',
        name: values['name'],
        issuer: values['issuer'],
        clientId: values['clientId'],
        secret:
          values['secretIn'] === 'file'
            ? { in: 'file', name: (values['secretName'] ?? '').trim() }
            : { in: values['secretIn'] },
        emailClaim: values['emailClaim'],
        addresses: values['addresses'],
        strangers: values['strangers'],
        signOutThere: values['signOutThere'],
        roles: values['rolesBy'] === 'service' ? { claim: values['rolesClaim'], map } : null,
      },
    },
  }
}

function mapTyped(text: string, wrong: Record<string, string>): { from: string; role: string }[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0) wrong['map'] = 'Say which group gives which role, one a line.'
  return lines.map((line) => {
    const at = line.lastIndexOf('=')
    const [from, role] = [
      line.slice(0, at).trim(),
      line
        .slice(at + 1)
        .trim()
        .toLowerCase(),
    ]
    if (at < 1 || !roles.some((one) => one === role)) {
      wrong['map'] ??= `“${line.slice(0, 60)}” should be a group, =, and one of: ${roles.join(', ')}.`
    }
    return { from, role }
  })
}

/** Under which field of the form a sentence about the input belongs. */
export function fieldOf(path: string): string {
  const names: Record<string, string> = {
    'service.secret': 'secretIn',
    'service.secret.in': 'secretIn',
    'service.secret.name': 'secretName',
    'service.roles.claim': 'rolesClaim',
  }
  if (path.startsWith('service.roles.map')) return 'map'
  return names[path] ?? path.replace(/^service\./u, '')
}
