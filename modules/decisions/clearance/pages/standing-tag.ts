import { statusTag, type TaskState, type Tone } from '#govuk'
import type { Html } from '#platform/html.ts'
import type { Standing } from '../clearance.ts'

const words: Record<Standing, { text: string; tone: Tone; task: TaskState }> = {
  'not asked': { text: 'Not asked yet', tone: 'information', task: 'not-started' },
  waiting: { text: 'Waits for an answer', tone: 'waiting', task: 'in-progress' },
  good: { text: 'Cleared', tone: 'good', task: 'done' },
  void: { text: 'Void: changed since', tone: 'bad', task: 'problem' },
  refused: { text: 'Refused', tone: 'bad', task: 'problem' },
  withdrawn: { text: 'Withdrawn', tone: 'ended', task: 'not-started' },
}

/** How a clearance stands, in a word or two. */
export const clearanceTag = (standing: Standing): Html => statusTag(words[standing].text, words[standing].tone)

/** The same for a list of tasks. */
export const clearanceTask = (standing: Standing): { state: TaskState; stateText?: string } =>
  standing === 'good'
    ? { state: 'done', stateText: 'Cleared' }
    : { state: words[standing].task, stateText: words[standing].text }
