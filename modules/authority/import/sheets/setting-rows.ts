import { csvPounds } from '#platform/csv.ts'
import { parsePounds } from '#platform/money.ts'

/** One figure or word of a rule: where it stands in the rule, and the cell. */
export type SettingCell = { what: string; value: string }

const none = '(none)'
const nothing = '(nothing)'

/** A rule as rows of a spreadsheet: lists numbered from 1, amounts in pounds. */
export function cellsOf(value: unknown, path: readonly string[] = []): SettingCell[] {
  const what = path.join('.')
  if (value === null || value === undefined) return [{ what, value: nothing }]
  if (typeof value === 'object') {
    const parts = Array.isArray(value)
      ? value.map((one, at): [string, unknown] => [String(at + 1), one])
      : Object.entries(value)
    return parts.length === 0 ? [{ what, value: none }] : parts.flatMap(([name, one]) => cellsOf(one, [...path, name]))
  }
  if (path.at(-1) === 'pence')
    return [{ what: [...path.slice(0, -1), 'pounds'].join('.'), value: csvPounds(BigInt(String(value as number))) }]
  return [{ what, value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value as string | number) }]
}

/** A cell as it was read, and where in the rule it ended up: a path as a schema names it, lists counted from 0. */
export type Placed = { at: number; path: string[] }
export type RuleRead = { value: unknown; placed: Placed[]; wrong: { at: number; says: string }[] }

type Node = { kind: 'leaf'; at: number; text: string } | { kind: 'branch'; at: number; parts: Map<string, Node> }

/** A rule from its rows again. `texts` names leaves (by path) that are text although they look like a number or yes and no. */
export function ruleFrom(cells: readonly SettingCell[], texts: ReadonlySet<string> = new Set()): RuleRead {
  const read: RuleRead = { value: null, placed: [], wrong: [] }
  const root: Node = { kind: 'branch', at: 0, parts: new Map() }
  cells.forEach(({ what, value }, at) => {
    const path = what.split('.').map((part) => part.trim())
    if (path.some((part) => part === '' || part === '__proto__'))
      return read.wrong.push({ at, says: `“${what}” names no part of a rule. Write it like hearing.days.` })
    let branch: Extract<Node, { kind: 'branch' }> = root
    for (const part of path.slice(0, -1)) {
      const found = branch.parts.get(part) ?? { kind: 'branch' as const, at, parts: new Map() }
      if (found.kind === 'leaf')
        return read.wrong.push({ at, says: `“${what}” lies within something that has a value of its own already.` })
      branch.parts.set(part, found)
      branch = found
    }
    const last = path.at(-1) ?? ''
    if (branch.parts.has(last)) return read.wrong.push({ at, says: `“${what}” stands twice. Give it once.` })
    branch.parts.set(last, { kind: 'leaf', at, text: value })
    return undefined
  })
  read.value = valueOf(root, [], read, texts)
  return read
}

function valueOf(node: Node, path: string[], read: RuleRead, texts: ReadonlySet<string>): unknown {
  read.placed.push({ at: node.at, path })
  if (node.kind === 'leaf') return leaf(node.text, texts.has(path.join('.')))
  const parts = [...node.parts]
  if (parts.length > 0 && parts.every(([name]) => /^\d{1,4}$/u.test(name))) {
    const inOrder = parts.toSorted(([a], [b]) => Number(a) - Number(b))
    const gap = inOrder.findIndex(([name], at) => Number(name) !== at + 1)
    if (gap >= 0)
      read.wrong.push({
        at: inOrder[gap]?.[1].at ?? node.at,
        says: `Number these 1, 2, 3 and on: ${gap + 1} is missing.`,
      })
    return inOrder.map(([, one], at) => valueOf(one, [...path, String(at)], read, texts))
  }
  return Object.fromEntries(
    parts.map(([name, one]) => {
      if (name !== 'pounds' || one.kind !== 'leaf') return [name, valueOf(one, [...path, name], read, texts)]
      const pence = parsePounds(one.text)
      if (pence === null)
        read.wrong.push({ at: one.at, says: `“${one.text}” is no amount in pounds. Write it like 500,000 or 7500.50.` })
      read.placed.push({ at: one.at, path: [...path, 'pence'] })
      return ['pence', pence === null ? 0 : Number(pence)]
    }),
  )
}

function leaf(text: string, asText: boolean): unknown {
  if (text === none) return []
  if (text === nothing) return null
  if (asText) return text
  if (/^(?:yes|true)$/iu.test(text)) return true
  if (/^(?:no|false)$/iu.test(text)) return false
  return /^(?:0|-?[1-9]\d{0,14})$/u.test(text) ? Number(text) : text
}
