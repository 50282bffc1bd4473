import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from './database.ts'
import type { Outcome } from './use-case.ts'

export type Meters = {
  request(method: string, route: string, status: number, seconds: number): void
  performed(useCase: string, outcome: Outcome<unknown>): void
  /** Everything in Prometheus' text format, and the content type that says so. */
  text(): Promise<string>
  type: string
}

/** What the server counts. Labels are route patterns and names of use cases, never addresses as they were asked for. */
export function openMeters(database: Database): Meters {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Histogram({
    name: 'remit_request_seconds',
    help: 'Requests by route and status, with how long they took.',
    labelNames: ['method', 'route', 'status'],
    registers,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  })
  const performs = new Counter({
    name: 'remit_performed_total',
    help: 'Use cases performed, by what came of them.',
    labelNames: ['use_case', 'outcome'],
    registers,
  })
  new Gauge({
    name: 'remit_outbox_waiting',
    help: 'Announcements that have not been relayed yet.',
    registers,
    async collect() {
      this.set(await waiting(database).catch(() => Number.NaN))
    },
  })
  new Gauge({
    name: 'remit_memory_bytes',
    help: 'Memory of the process.',
    labelNames: ['kind'],
    registers,
    collect() {
      const { rss, heapUsed, external } = process.memoryUsage()
      this.set({ kind: 'resident' }, rss)
      this.set({ kind: 'heap' }, heapUsed)
      this.set({ kind: 'external' }, external)
    },
  })
  new Gauge({
    name: 'remit_up_seconds',
    help: 'How long the process has been running.',
    registers,
    collect() {
      this.set(process.uptime())
    },
  })
  return {
    request: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    performed: (useCase, outcome) =>
      performs.inc({ use_case: useCase, outcome: outcome.ok ? 'done' : outcome.refusal.kind }),
    text: () => registry.metrics(),
    type: registry.contentType,
  }
}

const waiting = (database: Database): Promise<number> =>
  database.asOwner(async (connection) => {
    const { rows } = await connection.query(
      'select count(*)::int as waiting from platform.outbox where relayed_at is null',
      [],
    )
    return (rows[0] as { waiting: number }).waiting
  })
