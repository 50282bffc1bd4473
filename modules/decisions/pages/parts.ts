import type { Task } from '#govuk'
import type { Html } from '#platform/html.ts'
import type { Visit } from '#platform/page.ts'
import { clearanceInPublic, clearanceOnDesk } from '../clearance/pages/shown.ts'
import { consultedInPublic, consultedOnDesk } from '../consulted/pages/shown.ts'
import { formsInPublic, formsOnDesk } from '../forms/pages/shown.ts'
import { dutiesInPublic, dutiesOnDesk } from '../duties/pages/shown.ts'
import { jointlyInPublic, jointlyOnDesk } from '../jointly/pages/jointly.ts'
import { callInOnDesk } from '../call-in/pages/shown.ts'
import { challengeInPublic, challengeOnDesk } from '../challenge/pages/shown.ts'
import { meetingOnDesk } from '../meetings/pages/desk.ts'
import { meetingInPublic } from '../meetings/pages/public.ts'
import { noticesInPublic, noticesOnDesk } from '../notices/pages/shown.ts'
import { keyTestInPublic, keyTestOnDesk } from '../key-test/pages/shown.ts'
import { deskCorrections, publicCorrections } from '../corrections/pages/shown.ts'
import { deskPapers, publicPapers } from '../papers/pages/shown.ts'
import type { viewDecision } from '../queries.ts'
import type { Answer } from '#platform/use-case.ts'
import type { PublicDecision } from '../register.ts'
import { deskRetention, publicRetention } from '../retention/pages/shown.ts'
import { deskSecrecy, publicSecrecy } from '../secrecy/pages/shown.ts'
import type { OnDesk } from './draft-question.ts'

/** What a part of this module shows of a record on the desk. */
export type DeskPart = {
  /** A group of tasks of a draft, shown after the record and its clauses. */
  tasks?(visit: Visit, seen: OnDesk): Promise<{ title: string; tasks: Task[] } | null>
  /** All of a draft’s tasks in another order and under other words; the last part that has an order decides. */
  arrange?(
    visit: Visit,
    seen: OnDesk,
    groups: { title: string; tasks: Task[] }[],
  ): Promise<{ title: string; tasks: Task[] }[]>
  /** Buttons and links for what this person may do with the record as it stands, in any state. */
  actions?(visit: Visit, seen: OnDesk): Promise<Html[]>
  /** A section of its own below, in any state; its heading is an h2. */
  section?(visit: Visit, seen: OnDesk): Promise<Html | null>
}

/** What a part shows on a decision's public page, made from the public document and nothing else. */
export type PublicPart = {
  /** `id` is the anchor of the section; `heading` a question. */
  section?(visit: Visit, found: Answer<typeof viewDecision>): { id: string; heading: string; body: Html } | null
  /** Days of its history; `day` is ISO text. */
  history?(decision: PublicDecision): { day: string; says: Html }[]
}

/** In the order in which they are shown. */
const own: readonly DeskPart[] = [
  callInOnDesk,
  challengeOnDesk,
  formsOnDesk,
  jointlyOnDesk,
  consultedOnDesk,
  dutiesOnDesk,
  clearanceOnDesk,
  keyTestOnDesk,
  deskPapers,
  deskSecrecy,
  deskCorrections,
  deskRetention,
  noticesOnDesk,
  meetingOnDesk,
]
/** Those of this module, then those of rooms above. */
export const deskParts: DeskPart[] = [...own]

/** Has a room that stands above this one show something of a record on the desk as well. */
export const deskPartWith = (part: DeskPart): void => {
  deskParts.push(part)
}

export const publicParts: readonly PublicPart[] = [
  jointlyInPublic,
  formsInPublic,
  consultedInPublic,
  dutiesInPublic,
  clearanceInPublic,
  keyTestInPublic,
  publicPapers,
  publicSecrecy,
  publicCorrections,
  publicRetention,
  noticesInPublic,
  meetingInPublic,
  challengeInPublic,
]
