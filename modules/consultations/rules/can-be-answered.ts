import { met, notMet, principle, rule } from '#platform/law.ts'
import { someFacts, type ConsultationFacts } from '../facts.ts'

const from = '2000-10-26'

/** What has to be said before anybody can be asked. */
export const itSaysWhatItIs = rule<ConsultationFacts>({
  id: 'consultation-says-what-it-is',
  title: 'The consultation says what it is about, why, whom it affects, when and whom to ask',
  from,
  source: principle('A person can only answer what they understand (R v Brent LBC, ex p Gunning)'),
  check: ({ subject, why, contact, groups, opensOn, closesOn }) => {
    const missing = [
      ...(subject ? [] : ['what it is about']),
      ...(why ? [] : ['why it is asked']),
      ...(groups > 0 ? [] : ['which groups it affects']),
      ...(opensOn && closesOn ? [] : ['its first and last day']),
      ...(contact ? [] : ['whom to ask']),
    ]
    return missing.length
      ? notMet(`It does not say ${missing.join(', ')}. Complete it first.`)
      : met('It says what it is about, why, whom it affects, when and whom to ask.')
  },
  examples: [
    { given: 'everything is said', facts: someFacts(), met: true },
    { given: 'nobody is named as affected', facts: someFacts({ groups: 0 }), met: false },
    { given: 'no last day', facts: someFacts({ closesOn: null }), met: false },
  ],
})

/** A questionnaire through which everybody can find their way. */
export const questionsCanBeFollowed = rule<ConsultationFacts>({
  id: 'consultation-questions-can-be-followed',
  title: 'Everybody who is asked can get through the questions',
  from,
  source: principle('A person can only answer what they are shown'),
  check: ({ questions, faults }) => {
    if (questions === 0) return notMet('There are no questions yet. Write at least one.')
    return faults.length
      ? notMet(
          `${faults.length} ${faults.length === 1 ? 'question' : 'questions'} would leave people stuck. Put ${faults.length === 1 ? 'it' : 'them'} right.`,
          faults,
        )
      : met(`All ${questions} questions can be reached and answered.`)
  },
  examples: [
    { given: 'eight sound questions', facts: someFacts(), met: true },
    { given: 'no questions', facts: someFacts({ questions: 0 }), met: false },
    {
      given: 'one that depends on a later answer',
      facts: someFacts({ faults: ['“Why?” depends on q9, which is asked later.'] }),
      met: false,
    },
  ],
})
