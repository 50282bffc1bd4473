import { administrator } from '#authority'
import { z } from 'zod'
import { uuid } from '#platform/input.ts'
import { letterAgain } from '#platform/mail.ts'
import { done, missing, useCase } from '#platform/use-case.ts'

/** Has a letter carried once more that was given up, when what stood in the way has been mended. */
export const sendAgain = useCase({
  name: 'accounts.send-again',
  title: 'Send a letter again that could not be sent',
  may: [administrator],
  input: z.object({ letter: uuid.meta({ format: 'uuid', description: 'The letter' }) }),
  run: async ({ tx, council, about }, { letter }) => {
    about(`letter/${letter}`)
    return (await letterAgain(tx, council, letter)) ? done({ letter }) : missing('No such letter was given up.')
  },
})
