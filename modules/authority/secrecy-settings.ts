import { z } from 'zod'
import { text } from '#platform/input.ts'

/** A code of the council's own for what it withholds, and the paragraph of the statute that it stands under. */
const codeInput = z.object({
  code: z.string().regex(/^[0-9A-Z][0-9A-Z.-]{0,9}$/u, 'Write the code in digits and capitals, for example 7A.'),
  paragraph: z.int().min(1).max(7),
  words: text(200),
})

/** What a council has settled of what it withholds. Without codes of its own it has the seven paragraphs of Schedule 12A alone. */
export const settingsOfSecrecy = {
  exemptions: z.object({ codes: z.array(codeInput).max(50) }).superRefine(({ codes }, context) => {
    const twice = codes.find(
      ({ code }, at) => codes.findIndex((one) => one.code === code) !== at || /^[1-7]$/u.test(code),
    )
    if (twice)
      context.addIssue({
        code: 'custom',
        path: ['codes'],
        message: `${twice.code} stands twice, or is a paragraph of the statute already.`,
      })
  }),
} as const

export type LocalCode = z.output<typeof codeInput>
