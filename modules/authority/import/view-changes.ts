import { z } from 'zod'
import { uuid, whole } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { administrator, everybody } from '../roles.ts'
import { dayShape } from '../shapes.ts'
import { changesBetween } from './constitution-diff.ts'
import { obstacles } from './problems.ts'
import { readProposal } from './read-proposal.ts'
import { sheetNames } from './sheets/sheet.ts'
import { adoptedVersion, findProposed, peopleByEmail, waitingProposals } from './store.ts'

const sentences = z.array(z.string())
const changesShape = z.object({
  allows: sentences,
  forbids: sentences,
  posts: sentences,
  holders: sentences,
  settings: sentences,
  other: sentences,
})
const problemShape = z.object({ place: z.string(), says: z.string() })

/** What a version of the constitution changed beside another, in words. Open to all; people are counted and not named by their address. */
export const compareVersions = query({
  name: 'authority.compare-versions',
  title: 'Compare two versions of the constitution',
  may: everybody,
  input: z.object({ from: whole(0, 100_000), to: whole(1, 100_000) }),
  output: z.object({ from: z.int(), to: z.int(), inForceFrom: dayShape, title: z.string(), changes: changesShape }),
  async run({ tx, council }, { from, to }) {
    const later = await adoptedVersion(tx, council, to)
    const earlier = from === 0 ? null : await adoptedVersion(tx, council, from)
    if (!later || (from !== 0 && !earlier))
      return missing(`There is no version ${later ? from : to} of the constitution.`)
    return done({
      from,
      to,
      inForceFrom: later.from,
      title: later.document.title,
      changes: changesBetween(earlier?.document ?? null, later.document),
    })
  },
})

/** What was given and waits. */
export const listProposed = query({
  name: 'authority.list-proposed',
  title: 'List the versions that wait to be adopted',
  may: [administrator],
  input: z.object({}),
  output: z.object({
    proposals: z.array(z.object({ proposal: z.string(), name: z.string(), givenBy: z.string(), givenOn: dayShape })),
  }),
  run: async ({ tx, council }) =>
    done({
      proposals: (await waitingProposals(tx, council)).map(({ proposal, name, givenBy, givenAt }) => ({
        proposal,
        name,
        givenBy,
        givenOn: givenAt.toZonedDateTimeISO('Europe/London').toPlainDate(),
      })),
    }),
})

/** A version before it is adopted: what is wrong with it, what to look at, and what it would change. */
export const previewProposed = query({
  name: 'authority.preview-proposed',
  title: 'Look at a version before it is adopted',
  may: [administrator],
  input: z.object({ proposal: uuid }),
  output: z.object({
    name: z.string(),
    givenBy: z.string(),
    state: z.enum(['waiting', 'adopted', 'discarded']),
    version: z.int().nullable(),
    stops: z.array(problemShape),
    looks: z.array(problemShape),
    sheets: z
      .object({
        onto: z.int().meta({ description: 'The version that they are put on; 0 for none' }),
        day: z.string(),
        title: z.string(),
        files: z.array(z.object({ file: z.string(), sheet: z.enum(sheetNames).nullable(), rows: z.int() })),
      })
      .nullable()
      .meta({ description: 'The spreadsheets that it is put together from; null for a document' }),
    read: z
      .object({
        title: z.string(),
        inForceFrom: dayShape,
        posts: z.int(),
        holders: z.int(),
        entries: z.int(),
        settings: z.int(),
        replaces: z.int().nullable(),
        changes: changesShape,
      })
      .nullable(),
  }),
  async run({ tx, council }, { proposal }) {
    const found = await findProposed(tx, council, proposal)
    if (!found) return missing('There is no such proposal.')
    const { name, givenBy, state, version } = found
    const known = { name, givenBy, state, version }
    if (state !== 'waiting') return done({ ...known, stops: [], looks: [], sheets: null, read: null })
    const last = await adoptedVersion(tx, council, null)
    const { document, problems, tables } = await readProposal(tx, council, found, last)
    const sheets = tables && { onto: last?.version ?? 0, day: found.typedDay, title: found.typedTitle, files: tables }
    if (!document) return done({ ...known, stops: problems, looks: [], sheets, read: null })
    const people = new Map((await peopleByEmail(tx, council)).map((one) => [one.email, one.name]))
    const changes = changesBetween(
      last?.document ?? null,
      document,
      (email) => people.get(email.toLowerCase()) ?? email,
    )
    return done({
      ...known,
      sheets,
      ...obstacles(document, { emails: new Set(people.keys()), last }),
      read: {
        title: document.title,
        inForceFrom: document.inForceFrom,
        posts: document.posts.length,
        holders: document.holders.length,
        entries: document.scheme.length,
        settings: document.settings.length,
        replaces: last?.version ?? null,
        changes,
      },
    })
  },
})
