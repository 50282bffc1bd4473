import { settingsOfSecrecy } from './secrecy-settings.ts'

export const titlesOfSecrecy: Record<keyof typeof settingsOfSecrecy, string> = {
  exemptions: 'The council’s own codes for exempt information',
}

/** How each is read out. */
export const wordsOfSecrecy: Record<keyof typeof settingsOfSecrecy, (value: unknown) => string> = {
  exemptions: (value) =>
    settingsOfSecrecy.exemptions
      .parse(value)
      .codes.map(({ code, paragraph, words }) => `${code}: ${words} (paragraph ${paragraph})`)
      .join('; ') || 'none',
}
