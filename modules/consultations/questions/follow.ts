import { questionsOf, type Condition, type Question, type Questionnaire } from './questionnaire.ts'

/** An answer as it is kept: text, an option's key, several keys, a number, a key for each row, or files by their digest. */
export type Answer = string | number | string[] | Record<string, string>
export type Answers = Record<string, Answer>

/** Whether an answer meets a condition. A question that was not answered meets none. */
export function holds({ is }: Condition, answer: Answer | undefined): boolean {
  if (answer === undefined) return false
  if (Array.isArray(answer)) return answer.some((one) => is.includes(one))
  if (typeof answer === 'object') return Object.values(answer).some((one) => is.includes(one))
  return is.includes(String(answer))
}

/**
 * The keys of the questions that somebody with these answers is asked. What was answered to a question that is no longer shown
 * counts for nothing further on.
 */
export function shownWith(questionnaire: Pick<Questionnaire, 'sections'>, answers: Answers): Set<string> {
  const shown = new Set<string>()
  for (const question of questionsOf(questionnaire)) {
    const open = question.showIf.every(
      (condition) => shown.has(condition.question) && holds(condition, answers[condition.question]),
    )
    if (open) shown.add(question.key)
  }
  return shown
}

/** What is wrong with a questionnaire, question by question. */
export type Fault = { question: string; says: string }

/**
 * Everything that would leave somebody stuck: keys that stand twice, conditions on questions that are asked later or not at all,
 * choices that are not offered, and questions that nobody can ever reach.
 */
export function faultsIn(questionnaire: Questionnaire): Fault[] {
  const faults: Fault[] = []
  const all = [...questionsOf(questionnaire), ...questionnaire.equality]
  const seen = new Map<string, Question>()
  for (const question of all) {
    const say = (says: string) => {
      faults.push({ question: question.key, says: `“${shortened(question.words)}” ${says}` })
    }
    if (seen.has(question.key)) say(`has the key ${question.key}, which another question has already.`)
    for (const says of faultsOfKind(question)) say(says)
    const apart = questionnaire.equality.includes(question)
    if (apart && question.showIf.length)
      say('is about who people are and is shown to everybody: leave its conditions out.')
    if (apart && !['single', 'multiple'].includes(question.kind))
      say('is about who people are: let people choose from answers, so that nobody writes who they are.')
    for (const { question: on, is } of question.showIf) {
      const earlier = seen.get(on)
      if (on === question.key) say('depends on its own answer. Choose an earlier question.')
      else if (!earlier)
        say(
          all.some(({ key }) => key === on)
            ? `depends on ${on}, which is asked later. Move it up, or choose an earlier question.`
            : `depends on ${on}, which is not there.`,
        )
      else
        for (const one of is)
          if (!canBe(earlier, one)) say(`depends on the answer ${one} to ${on}, which nobody can give.`)
    }
    seen.set(question.key, question)
  }
  if (!faults.length) {
    for (const key of unreachable(questionnaire)) {
      const question = seen.get(key)
      faults.push({
        question: key,
        says: `“${shortened(question?.words ?? key)}” is reached by nobody: its conditions, with those of the questions before it, contradict each other.`,
      })
    }
  }
  return faults
}

/**
 * Questions whose conditions can never all hold. Each condition narrows what its question may have been answered, and brings that
 * question's own conditions with it; when nothing is left for a question with one answer, nobody gets there.
 */
export function unreachable(questionnaire: Pick<Questionnaire, 'sections'>): string[] {
  const byKey = new Map(questionsOf(questionnaire).map((question) => [question.key, question]))
  const narrow = (question: Question, allowed: Map<string, Set<string>>, depth: number): boolean => {
    if (depth > byKey.size) return false // a ring, which faultsIn names
    for (const { question: on, is } of question.showIf) {
      const parent = byKey.get(on)
      if (!parent) return false
      const before = allowed.get(on)
      // Several of a multiple choice may be ticked, so one condition does not rule the other out.
      const left = before && !several(parent) ? new Set(is.filter((one) => before.has(one))) : new Set(is)
      if (left.size === 0) return false
      allowed.set(on, left)
      if (!narrow(parent, allowed, depth + 1)) return false
    }
    return true
  }
  return [...byKey.values()].filter((question) => !narrow(question, new Map(), 0)).map(({ key }) => key)
}

const several = ({ kind }: Question) => kind === 'multiple' || kind === 'matrix' || kind === 'ranking'

/** The answers that a condition can name: choices of a list, or the numbers of a scale. */
export function answersOffered({ kind, options, scale }: Question): { key: string; words: string }[] {
  if (kind === 'scale')
    return scale
      ? Array.from({ length: scale.to - scale.from + 1 }, (_, n) => ({
          key: String(scale.from + n),
          words: String(scale.from + n),
        }))
      : []
  return kind === 'single' || kind === 'multiple' || kind === 'matrix' ? options : []
}

const canBe = (question: Question, one: string) => answersOffered(question).some(({ key }) => key === one)

function faultsOfKind({ kind, options, rows, scale }: Question): string[] {
  const choices = ['single', 'multiple', 'matrix', 'ranking'].includes(kind)
  return [
    ...(choices && options.length < 2 ? ['needs at least two answers to choose from.'] : []),
    ...(twice(options) || twice(rows) ? ['offers the same thing twice.'] : []),
    ...(kind === 'matrix' && rows.length < 1 ? ['needs at least one thing to ask about.'] : []),
    ...(kind === 'scale' && (!scale || scale.to <= scale.from) ? ['needs a scale that goes up.'] : []),
    ...(kind === 'ranking' && options.length > 12
      ? ['asks for more than 12 things to be put in order, which few people can do. Offer fewer.']
      : []),
  ]
}

const twice = (options: readonly { key: string }[]) => new Set(options.map(({ key }) => key)).size < options.length

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words)
