import type { Command } from '#platform/module.ts'
import { callInCommand } from './call-in/cli-call-in.ts'

/** `remit call-in …` */
export const callIn: Command = {
  name: 'call-in',
  usage: 'call-in --published DAY --days N',
  summary: 'Counts a call-in window, and shows how; see call-in --help.',
  run: async (args, { out, err }) => {
    const said = callInCommand(args)
    if (said.code === 0) out(said.out)
    else err(said.out)
    return said.code
  },
}
