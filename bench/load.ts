import { Agent, request } from 'node:http'

export type Load = { perSecond: number; median: number; p99: number; bytes: number }

type LoadOptions = { count?: number; atOnce?: number; headers?: Record<string, string>; expect?: readonly number[] }

/**
 * Asks for addresses over kept-alive connections, `at once` of them, until `count` answers have come. Every answer must be
 * expected: 200 unless others are named. `median` and `p99` are milliseconds.
 */
export async function load(
  port: number,
  addresses: readonly string[],
  { count = 1000, atOnce = 8, headers = {}, expect = [200] }: LoadOptions = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let sent = 0
  let bytes = 0
  const one = (path: string) =>
    new Promise<void>((resolve, reject) => {
      const began = performance.now()
      request({ port, host: '127.0.0.1', path, agent, headers }, (answer) => {
        if (!expect.includes(answer.statusCode ?? 0)) return reject(new Error(`${path} answered ${answer.statusCode}`))
        answer.on('data', (part: Buffer) => {
          bytes += part.length
        })
        answer.on('end', () => {
          times.push(performance.now() - began)
          resolve()
        })
        answer.on('error', reject)
      })
        .on('error', reject)
        .end()
    })
  const worker = async () => {
    while (sent < count) {
      const path = addresses[sent++ % addresses.length]
      if (path) await one(path)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, worker))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return {
    perSecond: count / seconds,
    median: times[Math.floor(count / 2)] ?? 0,
    p99: times[Math.floor(count * 0.99)] ?? 0,
    bytes: bytes / count,
  }
}

/** The middle of several measurements, so that one hiccup of a shared machine is not the result. */
export const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
