import type { Page } from '#platform/page.ts'

/** What there is on the desk besides decisions, in the order in which it is listed; a room that is not there is left out. */
const rooms: { text: string; href: string }[] = [
  { text: 'Work on commissions', href: '/desk/commissions' },
  { text: 'Run consultations', href: '/desk/consultations' },
  { text: 'Run networks', href: '/desk/networks' },
  { text: 'Agendas and minutes', href: '/desk/meetings' },
  { text: 'What is before scrutiny', href: '/desk/scrutiny' },
  { text: 'Documents that members ask for', href: '/desk/document-requests' },
  { text: 'Not key, against the test', href: '/desk/not-key' },
  { text: 'What is withheld', href: '/desk/restrictions' },
  { text: 'What has been kept long enough', href: '/desk/retention' },
  { text: 'Put something on hold', href: '/desk/holds/new' },
  { text: 'Near their limits', href: '/desk/limits' },
  { text: 'Record what was done too early', href: '/desk/acts/retrospective' },
  { text: 'Read records', href: '/desk/readings' },
  { text: 'Give the constitution’s next version', href: '/desk/constitution/import' },
  { text: 'People and what they sign in as', href: '/desk/people' },
  { text: 'Programs that sign in', href: '/desk/programs' },
  { text: 'The identity service', href: '/desk/identity-service' },
  { text: 'How long a session lasts', href: '/desk/session-rule' },
  { text: 'How mail is carried', href: '/desk/mail-service' },
]

/** The rooms of the desk that somebody with these roles may enter. */
export function deskLinks(pages: readonly Page[]): (roles: readonly string[]) => { text: string; href: string }[] {
  const known = rooms.flatMap((room) => {
    const page = pages.find(({ path }) => path === room.href)
    return page ? [{ ...room, may: page.may }] : []
  })
  return (roles) => known.filter(({ may }) => may.some((role) => roles.includes(role)))
}

/**
 * Where the desk of somebody with these roles is. Whoever works for a network's host has no desk of the council: theirs is the
 * first room that they may enter. Null for a visitor.
 */
export function deskOf(pages: readonly Page[]): (roles: readonly string[]) => string | null {
  const links = deskLinks(pages)
  const may = pages.find(({ path }) => path === '/desk')?.may ?? []
  return (roles) => (may.some((role) => roles.includes(role)) ? '/desk' : (links(roles)[0]?.href ?? null))
}
