import { BadWords } from '../cli.ts'
import type { CommandContext } from '../module.ts'
import type { Refusal } from '../use-case.ts'

/** What a refusal looks like on a terminal: the sentence, each reason, what to do next. The answer is the exit code. */
export function refuse({ what, because, next }: Refusal, err: CommandContext['err']): number {
  err(`${[what, ...because.map((reason) => `  ${reason}`), ...(next ? [next] : [])].join('\n')}\n`)
  return 1
}

/** Reads a command's words; what cannot be read is said with how the command is used. */
export function words<T>(parse: () => T, usage: string): T {
  try {
    return parse()
  } catch (cause) {
    throw new BadWords(`${(cause as Error).message}\nUsage: remit ${usage}`, { cause })
  }
}
