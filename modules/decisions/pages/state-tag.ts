import { statusTag, type Tone } from '#govuk'
import type { Html } from '#platform/html.ts'
import type { Standing, State, Verb } from '../decision.ts'

const standings: Record<Standing, { text: string; tone: Tone }> = {
  draft: { text: 'Draft', tone: 'information' },
  proposed: { text: 'Waits to be decided', tone: 'waiting' },
  refused: { text: 'Refused', tone: 'bad' },
  withdrawn: { text: 'Withdrawn', tone: 'ended' },
  decided: { text: 'Waits to be published', tone: 'waiting' },
  published: { text: 'Published', tone: 'information' },
  'call-in open': { text: 'Call-in open', tone: 'waiting' },
  'called in': { text: 'Called in', tone: 'bad' },
  effective: { text: 'In effect', tone: 'good' },
  superseded: { text: 'Superseded', tone: 'ended' },
}

/** How a decision stands, in a word or two. */
export const standingTag = (standing: Standing): Html => statusTag(standings[standing].text, standings[standing].tone)

export const standingWords = (standing: Standing): string => standings[standing].text

export const stateWords = (state: State | Standing): string => standings[state].text

const verbWords: Record<Verb, string> = {
  approve: 'Approve',
  authorise: 'Authorise',
  delegate: 'Delegate',
  agree: 'Agree',
  note: 'Note',
  consider: 'Consider',
  recommend: 'Recommend',
  refuse: 'Refuse',
  defer: 'Defer',
  other: 'Other',
}

export const verbTitle = (verb: Verb): string => verbWords[verb]

/** What a clause does, as a tag; blue where it decides something. */
export const verbTag = (verb: Verb, decides: boolean): Html =>
  statusTag(verbWords[verb], decides ? 'information' : 'ended')
