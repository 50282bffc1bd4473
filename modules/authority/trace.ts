import { withQuery } from '#platform/address.ts'
import { longDay } from '#platform/days.ts'
import { pounds } from '#platform/money.ts'
import { withoutSums } from '#platform/sums.ts'
import type { ThreadNode, Tracer } from '#platform/thread.ts'
import { constitutionVersions, schemeEntry } from './lists-store.ts'
import { powersWords, sourceWords, type Mandate } from './mandate.ts'
import { actPath, constitutionPath, mandatePath } from './paths.ts'
import { powers } from './powers.ts'
import { findAct, findPost, mandateById, findMandate, type Act } from './store.ts'

/** Acts (A-2022-0007), mandates (M-2022-0003), constitutions (Constitution 1) and the entries of their schemes (Constitution 1, entry 4.3). */
export const tracers: Tracer[] = [
  async (tx, council, ref) => {
    const act = /^A-/u.test(ref) ? await findAct(tx, council, ref) : null
    return act && !act.unpublished ? actNode(act) : null
  },
  async (tx, council, ref) => {
    const mandate = /^M-/u.test(ref) ? await findMandate(tx, council, ref) : null
    if (!mandate) return null
    const post = await findPost(tx, council, mandate.holder)
    const parent = mandate.parent === null ? null : await mandateById(tx, council, mandate.parent)
    return mandateNode(mandate, post?.title ?? mandate.holder, parent?.ref ?? null)
  },
  async (tx, council, ref) => {
    const [, version, entry] = /^constitution (\d{1,6}), entry (.+)$/isu.exec(ref) ?? []
    if (!version || !entry) return null
    const found = await schemeEntry(tx, council, Number(version), entry)
    const adopted = found && (await constitutionVersions(tx, council)).find((one) => one.version === Number(version))
    if (!found || !adopted) return null
    return {
      ref: entryRef(adopted.version, entry),
      kind: 'Scheme of delegation',
      title: found.postTitle,
      href: constitutionHref(adopted.version, entry),
      day: adopted.from,
      says: found.words,
      people: [],
      from: [{ ref: constitutionRef(adopted.version), says: 'An entry in its scheme of delegation' }],
    }
  },
  async (tx, council, ref) => {
    const [, version] = /^constitution (\d{1,6})$/iu.exec(ref) ?? []
    const adopted =
      version === undefined
        ? undefined
        : (await constitutionVersions(tx, council)).find((one) => one.version === Number(version))
    return adopted
      ? {
          ref: constitutionRef(adopted.version),
          kind: 'Constitution',
          title: adopted.title,
          href: constitutionHref(adopted.version),
          day: adopted.from,
          says: `In force from ${longDay(adopted.from)}.`,
          people: [],
          from: [],
        }
      : null
  },
]

/** "112 days" */
export const daysLateWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`

const constitutionHref = (version: number, q?: string): string =>
  withQuery(constitutionPath(), { version: String(version), q })

function actNode(act: Act): ThreadNode {
  const money = powers[act.power].valued && act.value !== 0n && !act.valueWithheld ? `, ${pounds(act.value)}` : ''
  const words = (text: string) => (act.valueWithheld ? withoutSums(text) : text)
  return {
    ref: act.ref,
    kind: 'Act',
    title: words(act.what),
    href: actPath({ ref: act.ref }),
    day: act.day,
    says: `${powers[act.power].title} on ${longDay(act.day)}${money}.${act.retrospective === null ? '' : ` Done ${daysLateWords(act.daysLate ?? 0)} before there was authority: ${words(act.retrospective)}`}${act.undoneBy ? ` Undone by ${act.undoneBy}.` : ''}`,
    people: [{ name: act.doneBy, did: act.doneBy === act.postTitle ? 'acted as a body' : `acted as ${act.postTitle}` }],
    from: [
      { ref: act.mandateRef, says: `Done by the ${act.postTitle} on ${longDay(act.day)}` },
      ...(act.undoes ? [{ ref: act.undoes, says: `Undoes ${act.undoes}` }] : []),
    ],
  }
}

function mandateNode(mandate: Mandate, postTitle: string, parent: string | null): ThreadNode {
  return {
    ref: mandate.ref,
    kind: mandate.source === 'sub-delegation' ? 'Sub-delegation' : 'Mandate',
    title: `${postTitle}: ${powersWords(mandate.powers)}`,
    href: mandatePath({ ref: mandate.ref }),
    day: mandate.from,
    says: mandate.words,
    people: [],
    from: groundsOf(mandate, parent),
  }
}

function groundsOf(mandate: Mandate, parent: string | null): ThreadNode['from'] {
  switch (mandate.source) {
    case 'clause':
      return mandate.decisionRef ? [{ ref: mandate.decisionRef, says: `Granted by ${sourceWords(mandate)}` }] : []
    case 'sub-delegation':
      return parent ? [{ ref: parent, says: `Passed on from ${parent}` }] : []
    case 'scheme':
      return mandate.constitutionVersion === null
        ? []
        : [
            {
              ref: entryRef(mandate.constitutionVersion, mandate.schemeEntry ?? ''),
              says: `Given by ${sourceWords(mandate)}`,
            },
          ]
  }
}

/** The reference under which an entry of a scheme is traced. */
export const entryRef = (version: number, entry: string): string => `${constitutionRef(version)}, entry ${entry}`

const constitutionRef = (version: number): string => `Constitution ${version}`
