import type { Command } from '#platform/module.ts'

// Nothing else is imported here: the reader and its rules are loaded in a thread while the first file is opened.

/** `remit read …` */
export const read: Command = {
  name: 'read',
  usage: 'read FILE… | FOLDER | - [--json]',
  summary: 'Reads decision records (text, HTML, DOCX, PDF) and says what is in them.',
  run: async (args, context) => {
    const { readCommand } = await import('./cli/read-command.ts')
    return readCommand(args, context)
  },
}
