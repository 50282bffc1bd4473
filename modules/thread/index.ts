/** What runs through every room: the thread of any record, and the register of all rules. Made from the rooms it is given. */
import type { Module } from '#platform/module.ts'
import { shapedBy } from '#platform/thread.ts'
import { listRules } from './list-rules.ts'
import { rulesPage } from './pages/rules.ts'
import { threadPage } from './pages/thread.ts'
import { traceCommand } from './trace-command.ts'
import { traceRecord } from './trace-record.ts'

/** Each room answers for its own references (`trace`) and states its own rules (`rules`); nothing here knows one by name. */
export function thread(rooms: readonly Module[]): Module {
  const traced = traceRecord(
    shapedBy(
      rooms.flatMap(({ trace }) => trace ?? []),
      rooms.flatMap(({ shapes }) => shapes ?? []),
    ),
  )
  const rules = listRules(rooms.flatMap(({ name, rules: own }) => (own ?? []).map((rule) => ({ module: name, rule }))))
  return {
    name: 'thread',
    pages: [threadPage(traced), rulesPage(rules)],
    offers: [
      { method: 'GET', path: '/thread/:ref', does: traced },
      { method: 'GET', path: '/rules', does: rules },
    ],
    commands: [traceCommand(traced)],
    queries: [traced, rules],
  }
}
