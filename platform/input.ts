import { z } from 'zod'

/**
 * What arrives from outside, made safe at the edge: each schema takes the text of a form, the JSON of a program or the words
 * of a command line alike, and says in plain English how to mend what it cannot take. The same schemas describe the API.
 */

// Line feeds and tabs are part of a text; every other control character, and half a surrogate pair, is not and could not
// be stored either.
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is being refused
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/
const unprintable = (typed: string) => control.test(typed) || !typed.isWellFormed()

// These two make a reader see other words than the ones that are kept: “exe.pdf” where it says “fdp.exe”. Marks and isolates,
// which Arabic and Hebrew need, do not.
const turnsWordsAround = /[\u202D\u202E]/u
// A title of these alone would be there and nobody could see it, or follow its link. The last four are letters in name only.
const unseen = /[\s\p{Z}\p{Cf}\u115F\u1160\u3164\u2800\uFFA0]+/gu
const nothingToSee = (typed: string) => typed !== '' && typed.replaceAll(unseen, '') === ''

/** Text that is there: trimmed, 1 to `max` characters, line ends as LF. `lacks` is what is said where it is not. */
export const text = (max: number, lacks = 'Enter some text.') =>
  z
    .string(lacks)
    .overwrite((typed) => typed.replaceAll(/\r\n?/g, '\n').trim())
    .min(1, lacks)
    .max(max, `Shorten this to ${max.toLocaleString('en-GB')} characters or fewer.`)
    .refine((typed) => !unprintable(typed), 'Remove the control characters: only ordinary text can be kept.')
    .refine((typed) => !turnsWordsAround.test(typed), 'Remove the characters that turn the order of letters around.')
    .refine((typed) => !nothingToSee(typed), lacks)

/** Text that may be left out: like `text`, but nothing typed is null. */
export const optionalText = (max: number) => z.preprocess(emptyIsNull, text(max).nullable()).default(null)

/** A day: ISO text, or a Temporal.PlainDate from our own code. Years 1900 to 2199, so that a typing slip is seen. */
export const isoDay = z
  .preprocess(
    (given) => (given instanceof Temporal.PlainDate ? given.toString() : given),
    z.string('Enter a day as year-month-day, for example 2022-08-05.').transform((typed, context) => {
      const found = dayOf(typed.trim())
      if (found) return found
      context.addIssue({ code: 'custom', message: dayTrouble(typed.trim()), input: typed })
      return z.NEVER
    }),
  )
  .meta({ type: 'string', format: 'date', description: 'A day as year-month-day' })

/** A day that may be left out; nothing typed is null. */
export const optionalDay = z.preprocess(emptyIsNull, isoDay.nullable()).default(null)

const dayShape = /^(?:19|20|21)\d\d-\d\d-\d\d$/u

function dayOf(typed: string): Temporal.PlainDate | null {
  if (!dayShape.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}

const dayTrouble = (typed: string) =>
  dayShape.test(typed)
    ? `There is no such day as ${typed}. Check the month and the day.`
    : 'Enter a day as year-month-day, for example 2022-08-05.'

const mostPence = 10n ** 15n

/** An amount in whole pence, 0 to 10^15: an integer, its digits as text, or a bigint from our own code. */
export const pence = z
  .preprocess(
    (given) =>
      Number.isSafeInteger(given) || (typeof given === 'string' && /^\d{1,16}$/u.test(given.trim()))
        ? BigInt(given as number | string)
        : given,
    z
      .bigint('Enter an amount in whole pence, for example 750000 for £7,500.')
      .min(0n, 'Enter an amount of zero or more.')
      .max(mostPence, 'Enter an amount of no more than ten million million pounds.'),
  )
  .meta({ type: 'integer', minimum: 0, maximum: Number(mostPence), description: 'Whole pence' })

/** An amount that may be left out; nothing typed is null, which is not the same as zero. */
export const optionalPence = z.preprocess(emptyIsNull, pence.nullable()).default(null)

/** A whole number within bounds: a number, or its digits as text. */
export const whole = (from: number, to: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' && /^-?\d{1,15}$/u.test(given.trim()) ? Number(given) : given),
    z
      .number(`Enter a whole number from ${from} to ${to}.`)
      .int(`Enter a whole number from ${from} to ${to}.`)
      .min(from, `Enter a whole number from ${from} to ${to}.`)
      .max(to, `Enter a whole number from ${from} to ${to}.`),
  )

/** Yes or no: a boolean, or the words that forms and addresses send. `lacks` is what is said where neither was given. */
export const yesOrNo = (lacks: string) =>
  z.preprocess((given) => {
    if (given === 'yes' || given === 'true' || given === 'on') return true
    return given === 'no' || given === 'false' ? false : given
  }, z.boolean(lacks))

/** Yes or no, where the question itself is answered so. */
export const yesNo = yesOrNo('Answer yes or no.')

/** A reference as it stands in a council's own records: "2084", "22/00073", "CAB 17/18 20348". */
export const ref = z
  .string('Enter a reference.')
  .overwrite((typed) => typed.trim())
  .min(1, 'Enter a reference.')
  .max(60, 'Shorten this reference to 60 characters or fewer.')
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} ./_()&:-]*$/u,
    'Start the reference with a letter or digit, and use only letters, digits, spaces and . / _ - ( ) & : in it.',
  )

/** Where the next page of a list starts, as the page before gave it. */
export const pageCursor = z
  .string()
  .max(500)
  .regex(/^[\w.~:%-]*$/u, 'Start again from the first page: this place in the list is not known.')
  .meta({ description: 'The `next` of the page before' })

/** A UUID that the house made. */
export const uuid = z
  .string('Give the identifier that Remit showed.')
  .overwrite((typed) => typed.trim().toLowerCase())
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, 'Give the identifier exactly as Remit showed it.')
  .meta({ format: 'uuid' })

/** True for the shape of a UUID. */
export const isUuid = (given: unknown): given is string => uuid.safeParse(given).success

function emptyIsNull(given: unknown): unknown {
  return given === undefined || (typeof given === 'string' && given.trim() === '') ? null : given
}

// Where a schema says nothing of its own, zod would speak of "expected bigint, received undefined". Say it plainly instead.
z.config({ localeError: (issue) => plainly(issue) })

function plainly(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'This is missing. Fill it in.'
        : `This has to be ${kinds[issue.expected] ?? 'something else'}.`
    case 'invalid_value':
      return issue.values.length === 1
        ? `This has to be ${String(issue.values[0])}.`
        : `Choose one of: ${issue.values.join(', ')}.`
    case 'too_big':
      return issue.origin === 'string'
        ? `Shorten this to ${issue.maximum} characters or fewer.`
        : issue.origin === 'array' || issue.origin === 'set'
          ? `Give ${issue.maximum} of these or fewer.`
          : `Give no more than ${issue.maximum}.`
    case 'too_small':
      return issue.origin === 'string'
        ? `Give at least ${issue.minimum} character${issue.minimum === 1 ? '' : 's'}.`
        : issue.origin === 'array' || issue.origin === 'set'
          ? `Give at least ${issue.minimum} of these.`
          : `Give no less than ${issue.minimum}.`
    case 'unrecognized_keys':
      return `Leave out what is not known here: ${issue.keys.join(', ')}.`
    case 'invalid_format':
      return issue.format === 'email'
        ? 'Enter an e-mail address, for example name@example.org.'
        : issue.format === 'url'
          ? 'Enter a web address that starts with https://.'
          : 'This is not written in the way that is expected here.'
    default:
      return 'This does not fit here. Check it and send it again.'
  }
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  bigint: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with named fields',
  record: 'an object with named fields',
  date: 'a day',
}
