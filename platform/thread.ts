import type { Tx } from './database.ts'
import { path } from './page.ts'

/**
 * One record of a thread. `from` is what it hangs on: the records that gave it its authority, each with a sentence about how
 * ("Granted by clause (c)"). A record that hangs on nothing is a root.
 */
export type ThreadNode = {
  ref: string
  /** What it is, in a word or two: "Act", "Mandate", "Decision". */
  kind: string
  title: string
  href: string
  day: Temporal.PlainDate | null
  says: string
  people: { name: string; did: string }[]
  from: { ref: string; says: string }[]
}

/**
 * Answers for one module's references: the record as anyone may see it, or null for a reference that is not its own. It is
 * asked with the rights of the public, so that a thread can never show more than that.
 */
export type Tracer = (tx: Tx, council: string, ref: string) => Promise<ThreadNode | null>

/**
 * What one room knows to have shaped a record of another, as what the record hangs on besides its own grounds: the people who were
 * asked before a decision. Asked with the rights of the public, like a tracer.
 */
export type Shaper = (tx: Tx, council: string, node: ThreadNode) => Promise<ThreadNode['from']>

/** The tracers, with what other rooms know of each record put after its own grounds. */
export const shapedBy = (tracers: readonly Tracer[], shapers: readonly Shaper[]): Tracer[] =>
  tracers.map((tracer) => async (tx, council, ref) => {
    const node = await tracer(tx, council, ref)
    if (!node) return null
    const from = [...node.from]
    for (const shaper of shapers) from.push(...(await shaper(tx, council, node)))
    return { ...node, from }
  })

/** `nodes` from the roots to the record that was asked for, which is the last; each comes after all that it hangs on. */
export type Thread = {
  ref: string
  nodes: ThreadNode[]
  /** References that a record names and nobody answers for. */
  unknown: string[]
  /** True when there was more than is followed. */
  cut: boolean
}

/** The page that shows a thread; any module may lead there without knowing whose reference it is. */
export const threadPath = path('/thread/:ref')

/**
 * Follows a record to its roots. Records that hang on each other in a ring are each visited once; at most `most` are visited.
 * Null when nobody knows the reference that was asked for.
 */
export async function followThread(
  tracers: readonly Tracer[],
  tx: Tx,
  council: string,
  ref: string,
  most = 100,
): Promise<Thread | null> {
  const nodes: ThreadNode[] = []
  const unknown: string[] = []
  const seen = new Set<string>()
  let cut = false
  const visit = async (one: string): Promise<void> => {
    if (seen.has(one)) return
    if (seen.size >= most) {
      cut = true
      return
    }
    seen.add(one)
    const node = await answer(tracers, tx, council, one)
    if (!node) {
      unknown.push(one)
      return
    }
    for (const { ref: above } of node.from) await visit(above)
    nodes.push(node)
  }
  await visit(ref)
  const asked = nodes.at(-1)
  return asked ? { ref: asked.ref, nodes, unknown, cut } : null
}

async function answer(tracers: readonly Tracer[], tx: Tx, council: string, ref: string): Promise<ThreadNode | null> {
  for (const tracer of tracers) {
    const node = await tracer(tx, council, ref)
    if (node) return node
  }
  return null
}
