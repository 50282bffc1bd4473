import { xml } from './xml.ts'

export type AtomEntry = {
  /** An IRI that never changes, whatever the entry's address. */
  id: string
  title: string
  href: string
  /** ISO days: when it was published, and when it last changed. */
  published: string
  updated: string
  author: string
  summary: string
}

export type AtomFeed = {
  id: string
  title: string
  self: string
  alternate: string
  author: string
  entries: readonly AtomEntry[]
}

/** A day as RFC 3339 asks for it; the registers know days and no times. */
const moment = (day: string): string => `${day}T00:00:00Z`

/** A feed in Atom (RFC 4287). Addresses are absolute; `updated` is that of the entry that changed last. */
export function atomFeed({ id, title, self, alternate, author, entries }: AtomFeed): string {
  const updated =
    entries
      .map((one) => one.updated)
      .toSorted()
      .at(-1) ?? '1970-01-01'
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<updated>${moment(updated)}</updated>
<author><name>${xml(author)}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(alternate)}"/>
${entries.map(entry).join('')}</feed>
`
}

const entry = ({ id, title, href, published, updated, author, summary }: AtomEntry): string => `<entry>
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<published>${moment(published)}</published>
<updated>${moment(updated)}</updated>
<author><name>${xml(author)}</name></author>
<link rel="alternate" type="text/html" href="${xml(href)}"/>
<summary>${xml(summary)}</summary>
</entry>
`

/** An IRI for something of a council that does not depend on where it is served (RFC 4151). */
export const tagOf = (council: string, thing: string): string =>
  `tag:${council}.remit.invalid,2012-09-10:${encodeURI(thing)}`

export const atomType = 'application/atom+xml; charset=utf-8'
