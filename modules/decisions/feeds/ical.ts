export type CalendarEvent = {
  /** Never changes, however often the event does. */
  uid: string
  sequence: number
  changedAt: Temporal.Instant
  summary: string
  description: string
  location?: string | undefined
  url: string
  /** The day, and the time in London where there is one: "17:00". Without it the event is the whole day. */
  day: Temporal.PlainDate
  time: string | null
  cancelled: boolean
}

/** A backslash, a semicolon, a comma and a line end have to be written otherwise (RFC 5545, 3.3.11). */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/gu, '\n')
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what is being left out
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '')
    .replaceAll(/[\\;,]/gu, '\\$&')
    .replaceAll('\n', '\\n')

const bytes = new TextEncoder()

/** A line of at most 75 octets, going on in the next after a space; a letter of several octets is never torn (RFC 5545, 3.1). */
export function folded(line: string): string {
  let written = ''
  let room = 75
  for (const letter of line) {
    const size = bytes.encode(letter).length
    if (size > room) {
      written += '\r\n '
      room = 74
    }
    written += letter
    room -= size
  }
  return `${written}\r\n`
}

// The rules of British time since 1996, for programs that do not know the name of the zone.
const london = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const compact = (day: Temporal.PlainDate): string => day.toString().replaceAll('-', '')
const utc = (at: Temporal.Instant): string => `${at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/gu, '')}`

/** A calendar (RFC 5545) that is read again and again: events keep their UIDs, grow their SEQUENCE, and are cancelled, not left out. */
export function calendar({ name, events }: { name: string; events: readonly CalendarEvent[] }): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Remit//Decisions//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...london,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('')
}

function eventLines({
  uid,
  sequence,
  changedAt,
  summary,
  description,
  location,
  url,
  day,
  time,
  cancelled,
}: CalendarEvent): string[] {
  const when =
    time === null
      ? [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(day.add({ days: 1 }))}`]
      : [`DTSTART;TZID=Europe/London:${compact(day)}T${time.replace(':', '')}00`]
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    ...when,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
    `URL:${url}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

export const calendarType = 'text/calendar; charset=utf-8'
