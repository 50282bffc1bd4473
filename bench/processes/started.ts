import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A program of this folder that prints the port on which it listens; `say` is written to it first. It ends with its standard input. */
export async function started(
  script: string,
  args: string[],
  say?: unknown,
): Promise<{ child: ChildProcess; port: number; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (say) child.stdin.write(`${JSON.stringify(say)}\n`)
  const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  return {
    child,
    port: Number(value),
    stop: () =>
      new Promise((ended) => {
        child.once('exit', () => ended())
        child.stdin.end()
      }),
  }
}
