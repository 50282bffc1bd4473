import { z } from 'zod'
import { officer } from '#authority'
import { ref, whole } from '#platform/input.ts'
import { refused, useCase } from '#platform/use-case.ts'
import { changedDraft, theDraft } from '../draft.ts'
import { questionsOf, type Question, type Questionnaire } from '../questions/questionnaire.ts'
import type { Answers } from '../questions/follow.ts'
import { updateQuestionnaire } from '../store.ts'

/** The question by which people permit that their words are published, and the one answer that does. Silence is no. */
export const permissionKey = 'publish-my-words'
export const permits = 'yes'

/** Whether somebody has permitted that their words are published. */
export const permitted = (answers: Answers): boolean => answers[permissionKey] === permits

/** The question as it is asked: its key and the keys of its answers stay, its words may be changed. */
export const permissionQuestion: Question = {
  key: permissionKey,
  kind: 'single',
  words: 'May we publish what you wrote?',
  help: 'Without your name, and without anything by which you could be recognised: two people read it for that first. If you leave this empty, we publish nothing. You can change your mind later with the reference on your receipt.',
  required: false,
  showIf: [],
  options: [
    { key: permits, words: 'Yes, you may publish my words' },
    { key: 'no', words: 'No, read them and do not publish them' },
  ],
  rows: [],
  scale: null,
}

/** The permission as a questionnaire asks it, or null where it does not. */
export const permissionIn = (questionnaire: Pick<Questionnaire, 'sections'>): Question | null =>
  questionsOf(questionnaire).find(({ key }) => key === permissionKey) ?? null

/** What would make a permission that is no free choice: asked in another way, of some only, or required. */
export function permissionFaults(questionnaire: Pick<Questionnaire, 'sections'>): string[] {
  const asked = permissionIn(questionnaire)
  if (!asked) return []
  const keys = asked.options.map(({ key }) => key)
  return [
    ...(asked.kind !== 'single' || keys.length !== 2 || !keys.includes(permits) || !keys.includes('no')
      ? [`The question “${asked.words}” has the answers yes and no, and no others.`]
      : []),
    ...(asked.required ? [`The question “${asked.words}” may be left empty, which means no.`] : []),
    ...(asked.showIf.length ? [`The question “${asked.words}” is shown to everybody.`] : []),
  ]
}

/** Adds the question to a draft, in a section of its own at the end. */
export const askPermission = useCase({
  name: 'consultations.ask-permission',
  title: 'Ask whether people’s words may be published',
  may: [officer],
  input: z.object({ ref, version: whole(1, 1_000_000) }),
  async run(work, { ref, version }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { consultation, questionnaire } = outcome.value
    if (permissionIn(questionnaire)) return refused(`${ref} asks for that already.`)
    const section = {
      key: 'publishing',
      title: 'Publishing what you wrote',
      lead: null,
      questions: [permissionQuestion],
    }
    await updateQuestionnaire(work.tx, work.council, consultation, {
      ...questionnaire,
      sections: [...questionnaire.sections, section],
    })
    return changedDraft(work, outcome.value)
  },
})
