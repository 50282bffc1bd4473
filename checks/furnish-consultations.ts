import { randomUUID } from 'node:crypto'
import { sql } from '#platform/database.ts'
import {
  addDocument,
  answerEquality,
  answerTheme,
  codeAlike,
  codeResponse,
  putCode,
  putTheme,
  setSecondCoding,
  stateOptions,
  tieGroup,
  beginAnswers,
  bookPlace,
  editConsultation,
  enterResponse,
  findAlike,
  groupCampaign,
  handleResponse,
  holdWorkshop,
  keyIn,
  makeCodes,
  openConsultation,
  permissionQuestion,
  readWords,
  putWording,
  saveAnswers,
  setQuestions,
  startConsultation,
  takeInPaper,
  viewBatch,
} from '#consultations'
import { must, type World } from '../testing/world.ts'

/** A row in every table of consultations, and of the answers about who people are. */
export async function furnishConsultations(world: World): Promise<void> {
  const [priya, visitor] = [world.as('Priya'), world.visitor]
  let { ref, version } = must(await world.does(priya, startConsultation, { title: 'Care at home' }))
  ;({ version } = must(
    await world.does(priya, editConsultation, {
      ref,
      version,
      changes: {
        subject: 'adults/care-at-home',
        why: 'The contracts end.',
        contact: 'Call us.',
        groups: [{ name: 'People who have care', population: 800 }, { name: 'Their families' }],
        opensOn: '2022-10-20',
        closesOn: '2022-12-01',
        secondKeyed: 0,
      },
    }),
  ))
  const plain = { help: null, required: false, showIf: [], options: [], rows: [], scale: null }
  const options = [
    { key: 'yes', words: 'Yes' },
    { key: 'no', words: 'No' },
  ]
  const questionnaire = {
    sections: [
      {
        key: 's1',
        title: 'Care',
        lead: null,
        questions: [
          { ...plain, key: 'q1', kind: 'long-text', words: 'What matters?' },
          { ...plain, key: 'q2', kind: 'upload', words: 'A letter' },
          { ...plain, key: 'q3', kind: 'single', words: 'Does somebody of your family have care?', options },
          permissionQuestion,
        ],
      },
    ],
    equality: [{ ...plain, key: 'e1', kind: 'single', words: 'Are you disabled?', options }],
  }
  ;({ version } = must(await world.does(priya, setQuestions, { ref, version, questionnaire })))
  must(await world.does(priya, addDocument, { ref, kind: 'proposal', title: 'The proposal', words: 'A new contract.' }))
  must(
    await world.does(priya, putWording, {
      ref,
      wording: 'easy-read',
      name: 'Easy Read',
      language: 'en',
      direction: 'ltr',
      easyRead: true,
      content: {},
    }),
  )
  must(await world.does(priya, openConsultation, { ref, version, because: 'A test of what is kept.' }))
  must(await world.does(priya, makeCodes, { ref, count: 2 }))
  const { workshop } = must(
    await world.does(priya, holdWorkshop, {
      ref,
      title: 'Come and talk',
      place: 'Library',
      on: '2022-10-30',
      from: '10:00',
      until: '12:00',
    }),
  )
  must(await world.does(visitor, bookPlace, { workshop, name: 'Una (invented)', contact: 'una@example.org' }))
  const { code } = must(await world.does(visitor, beginAnswers, { ref, key: randomUUID() }))
  must(
    await world.does(visitor, saveAnswers, {
      ref,
      code,
      questions: ['q1'],
      answers: { q1: 'Time.' },
      files: [{ question: 'q2', name: 'a.txt', bytes: new TextEncoder().encode('A letter') }],
    }),
  )
  const letter = {
    ref,
    channel: 'letter' as const,
    receivedOn: '2022-10-20',
    said: 'The same carer, every day of the week, at a time on which we agreed, and not a stranger at seven in the evening.',
    answers: { [permissionQuestion.key]: 'yes' },
  }
  const { receipt } = must(await world.does(priya, enterResponse, letter))
  // The same words again, so that there is something to count.
  must(await world.does(priya, enterResponse, letter))
  // And once more with a street, so that three have written alike.
  must(await world.does(priya, enterResponse, { ...letter, said: `${letter.said} Heron Street.` }))
  must(await world.does(priya, handleResponse, { receipt, what: 'analysed' }))
  must(
    await world.does(priya, readWords, {
      receipt,
      publish: true,
      passages: [{ words: 'carer', reason: 'third-party' }],
    }),
  )
  must(await world.does(priya, groupCampaign, { ref, name: 'One carer', receipts: [receipt], because: 'A test.' }))
  const { batch } = must(
    await world.does(priya, takeInPaper, {
      ref,
      box: 'Library',
      openedOn: '2022-10-20',
      counted: 1,
      countedBy: 'Priya',
      witnessedBy: 'Ada',
    }),
  )
  const { forms } = must(await world.asks(priya, viewBatch, { ref, batch }))
  must(await world.does(priya, keyIn, { form: forms[0]?.form, answers: { q1: 'On paper.' } }))
  for (let n = 0; n < 11; n++)
    must(await world.does(visitor, answerEquality, { ref, consent: true, answers: { e1: n % 2 ? 'yes' : 'no' } }))
  must(await world.does(priya, setSecondCoding, { ref, share: 20, because: 'A test.' }))
  const { code: one } = must(await world.does(priya, putCode, { ref, title: 'Continuity', means: 'The same people.' }))
  must(await world.does(priya, codeResponse, { receipt, codes: { said: [one] } }))
  must(await world.does(priya, findAlike, { ref }))
  must(await world.does(priya, codeAlike, { ref, n: 1, codes: [[one]], because: 'One letter.' }))
  const { theme } = must(
    await world.does(priya, putTheme, {
      ref,
      title: 'The same people',
      says: 'People want to know who comes.',
      codes: [one],
    }),
  )
  must(await world.does(priya, answerTheme, { ref, theme, answer: 'we-will-not', says: 'There are too few carers.' }))
  must(await world.does(priya, stateOptions, { ref, options: ['Keep it', 'Change it'], couldDiffer: 'Yes.' }))
  must(await world.does(priya, tieGroup, { ref, group: 'People who have care', otherwise: 'At the library.' }))
  must(await world.does(priya, tieGroup, { ref, group: 'Their families', question: 'q3', choice: 'yes' }))
  // Comes about only once a consultation is over; a row is enough here.
  await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    sql`
    insert into consultations.release (council, consultation, n, counted, shown, tables, source, on_day, by_name)
    select council, consultation, 1, '{}', '{}',
      '{"people": null, "tables": [], "about": {"people": null, "tables": [], "not": []}, "not": []}', 'A test',
      '2022-12-02',
      'Priya' from consultations.consultation where ref = ${ref}`.execute(tx),
  )
  await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    sql`
    insert into consultations.reading (council, reading, consultation, decision, post, post_title, account, name, says,
      on_day)
    select council, ${randomUUID()}, consultation, 'D-2022-0001', 'cabinet', 'Cabinet', ${priya.account}, 'A test',
      'A test', '2022-12-02'
    from consultations.consultation where ref = ${ref}`.execute(tx),
  )
  await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    sql`
    insert into consultations.report (council, consultation, n, ref, document, because, on_day, by_name)
    select council, consultation, 1, ref, '{}', null, '2022-12-02', 'Priya' from consultations.consultation
      where ref = ${ref}`.execute(tx),
  )
  await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    sql`
    insert into consultations.published_words (council, consultation, words, question, body, response)
    select council, consultation, ${randomUUID()}, 'said', 'The same [Withheld: about somebody else].', response
    from consultations.response where receipt = ${receipt}`.execute(tx),
  )
}
