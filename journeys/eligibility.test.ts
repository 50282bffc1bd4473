import assert from 'node:assert/strict'
import { southampton } from '../site/demo/councils/index.ts'
import {
  answerOnline,
  answerTheme,
  closeIt,
  codeAll,
  draftConsultation,
  enterFor,
  openIt,
  packOf,
  publishReport,
  putFrame,
  putTheme,
  sayAnalysed,
  sayHeard,
  sayRead,
  sayWhatIsOpen,
  type Answers,
  type Code,
  type Consulting,
} from './asking.ts'
import { complete, mandatesOf, moveDays, noticedElsewhere, propose, publish, sign, startDraft } from './desk.ts'
import { signInVain } from './governing.ts'
import { openJourneyHouse } from './house.ts'
import { shortBreaks } from './short-breaks.ts'
import { story, storyOverHttp, type Telling } from './story.ts'
import { errors, links, text, type Visitor } from './visitor.ts'

const house = await openJourneyHouse()
const where = () => house.found({ ...southampton, day: '2017-10-02' })

const title = 'Short breaks: who can have one, and what there is'
const who = 'Which describes you best?'
const fairer = 'Is it fairer to ask how a disability affects daily life than to go by a list of conditions?'
const names = 'Should these names stay?'
const why = 'Why?'

/** What was asked before CAB 17/18 20348, from its facts: revised criteria, what is on offer, and the names of two services. */
const consulting = (serves: string): Consulting => ({
  title,
  subject: 'Short breaks',
  why: 'What counts would be how much a disability affects daily life. Nothing is decided: what you say goes to Cabinet.',
  affected: 'Disabled children and young people, and their families.',
  serves: [serves],
  groups: ['Disabled children | 6785 | CAB 17/18 20348', 'Families who have short breaks | 1250 | CAB 17/18 20348'],
  opensOn: '2017-10-09',
  closesOn: '2017-11-30',
  secondKeyed: '100',
  part: {
    title: 'What is proposed',
    lead: 'Three levels instead of a list, an offer that fits them, and two names that could change.',
    questions: [
      { words: who, kind: 'Choose one', options: ['A disabled young person', 'A parent or carer', 'None of these'] },
      { words: fairer, kind: 'Choose one', options: ['Yes', 'No'] },
      {
        words: names,
        kind: 'One choice for each of several things',
        options: ['Keep it', 'Change it'],
        rows: ['Jigsaw', 'Buzz Network'],
      },
      { words: why, kind: 'A long answer in words' },
    ],
  },
  pack: packOf('criteria by how much a disability affects daily life'),
})

const codes: Code[] = [
  { title: 'Criteria', means: 'Speaks of who can have a short break.', when: /list|prove/u },
  { title: 'The offer', means: 'Speaks of what there is.', when: /Saturdays|play/u },
  { title: 'The names', means: 'Wants the two names kept.', when: /name/u },
]

/** What is proposed, and what the council answers to what people say of it: a theme for each proposal. */
const themes = (ref: string) =>
  [
    {
      title: 'Who can have a short break',
      says: 'People fear that they have to prove anew each year how hard it is.',
      codes: ['Criteria'],
      answer: 'We will not, because',
      so: 'The list of conditions goes all the same: it leaves children out. Nobody is asked anew before two years are over.',
      at: `${ref} | i`,
    },
    {
      title: 'What there is',
      says: 'Families ask for Saturdays, and for schemes that are not for disabled children alone.',
      codes: ['The offer'],
      answer: 'We will',
      so: 'Grants go to clubs that open on Saturdays.',
      at: `${ref} | iii`,
    },
    {
      title: 'The two names',
      says: 'Families know both services by their names.',
      codes: ['The names'],
      answer: 'It is so already',
      so: 'Jigsaw and the Buzz Network keep their names.',
      at: `${ref} | (vii)`,
    },
  ] as const

const from = (role: string, keeps: string, words: string): Answers => ({
  chosen: [
    [`${who} (optional)`, role],
    [`${fairer} (optional)`, 'Yes'],
    [[`${names} (optional)`, 'Jigsaw'], keeps],
    [[`${names} (optional)`, 'Buzz Network'], keeps],
  ],
  written: [`${why} (optional)`, words],
})

/** The decision is drafted, and the consultation for it; it can open on 9 October 2017. */
async function drafted(officer: Visitor): Promise<{ D: string; K: string }> {
  const D = await startDraft(officer, 'Development of an offer for children with disabilities')
  await complete(officer, { ...shortBreaks, value: 'It is not stated' })
  const K = await draftConsultation(officer, consulting(D))
  await sayWhatIsOpen(officer, K, ['Three levels', 'The list as it is'])
  await moveDays(officer, 7)
  return { D, K }
}

async function cast({ beside }: Telling) {
  return {
    officer: await beside('Verity Tidemark'),
    second: await beside('Theodora Itchenfold'),
    clerk: await beside('Wilfred Saltern'),
    maker: await beside('Sylvester Docklow'),
    passer: await beside(),
  }
}

story(
  'Southampton, before CAB 17/18 20348: criteria, offer and two names are asked about, each is answered, and Cabinet considers it',
  where,
  async (telling) => {
    const { officer, second, clerk, maker, passer } = await cast(telling)
    const { D, K } = await drafted(officer)
    const opener = await telling.come('Verity Tidemark')
    await openIt(opener, K)
    const parent = await telling.come()
    await answerOnline(
      parent,
      K,
      from('A parent or carer', 'Keep it', 'Keep the names: my daughter looks for them. And please open on Saturdays.'),
    )
    await answerOnline(passer, K, from('A disabled young person', 'Keep it', 'I do not want to prove it every year.'))
    await enterFor(officer, K, {
      how: 'By e-mail',
      on: '2017-10-09',
      said: 'A parents’ forum: a list leaves our children out; play schemes for all, please.',
    })
    await moveDays(officer, 53)
    await closeIt(officer, K)
    await putFrame(officer, K, codes, '100')
    await codeAll(officer, K, codes)
    await codeAll(second, K, codes, 'second')
    for (const { title, says, codes: of, answer, so, at } of themes(D)) {
      await putTheme(officer, K, { title, says, codes: [...of] })
      await answerTheme(officer, K, title, { answer, says: so, where: at })
    }
    await sayHeard(officer, K, 'Disabled children', { answer: `${who} A disabled young person` })
    await sayHeard(officer, K, 'Families who have short breaks', { answer: `${who} A parent or carer` })
    await sayAnalysed(officer, K)
    await publishReport(officer, K, 'Families want clear criteria, Saturdays, and the two names that they know.')

    // Cabinet has it before it: (i) to consider the responses, (vii) to note that the names are kept.
    await propose(officer, D)
    await moveDays(officer, 109)
    await noticedElsewhere(officer, D, '2018-02-12')
    await sayRead(maker, K, D)
    await sign(clerk, D)
    await publish(clerk, D)
    await opener.open(`/desk/consultations/${K}/evidence`)
    assert.match(await text(opener), /Sylvester Docklow Cabinet, for D-2017-0001, on 20 March 2018/u)

    await parent.open(`/consultations/${K}`)
    await parent.follow('You said, we did')
    const told = await text(parent)
    assert.match(told, /You said, and we will 1 What there is.*Written in D-2017-0001, clause \(iii\)/u)
    assert.match(told, /You said, and it is so already 1 The two names.*clause \(vii\)/u)
    assert.match(
      told,
      /You said, and we will not, because 1 Who can have a short break.*leaves children out.*clause \(i\)/u,
    )
    await parent.open(`/thread/${D}`)
    assert.ok(
      (await links(parent)).some(({ href }) => href.includes(K)),
      `${K} is not in the thread of ${D}`,
    )
    const open = JSON.parse((await parent.take(`/consultations/${K}/answers.json`)).body) as { ref: string }
    assert.equal(open.ref, K)
    assert.equal((await mandatesOf(passer, D)).length, 4)
  },
)

storyOverHttp(
  'Southampton, with steps left out: Cabinet cannot decide while people answer, over themes without an answer, or over a report that it has not read',
  where,
  async (telling) => {
    const { officer, clerk, maker, passer } = await cast(telling)
    const leader = await telling.beside('Rosamund Quayle')
    const { D, K } = await drafted(officer)
    await openIt(officer, K)
    await propose(officer, D)
    await noticedElsewhere(officer, D, '2017-09-01')
    await answerOnline(passer, K, from('A parent or carer', 'Keep it', 'Keep the names, and the list.'))
    await answerOnline(passer, K, from('A parent or carer', 'Keep it', 'Open on Saturdays.'))

    const refused = async (says: RegExp) => {
      await signInVain(clerk, D)
      assert.match((await errors(clerk)).join(' '), says)
    }
    const name = `It rests on the consultation ${K}, “${title}”`
    await refused(
      new RegExp(`${name}, in which people may answer until 30 November 2017\\. Decide after that, once`, 'u'),
    )
    await moveDays(officer, 53)
    await refused(new RegExp(`${name}, which is closed and not reported yet\\. Analyse it, answer every theme`, 'u'))
    await closeIt(officer, K)
    await putFrame(officer, K, codes, '0')
    await codeAll(officer, K, codes)
    for (const { title, says, codes: of } of themes(D)) await putTheme(officer, K, { title, says, codes: [...of] })
    const [criteria, offer, kept] = themes(D)
    const answers = ({ title, answer, so, at }: ReturnType<typeof themes>[number]) =>
      answerTheme(officer, K, title, { answer, says: so, where: at })
    await answerTheme(officer, K, offer.title, { answer: 'We will', says: offer.so, where: '' }, 422)
    assert.match(
      (await errors(officer)).join(' '),
      /Say in which clause of a decision or a specification it is written/u,
    )
    await answerTheme(officer, K, offer.title, { answer: 'We will', says: offer.so, where: `${D} | ix` }, 422)
    assert.match((await errors(officer)).join(' '), new RegExp(`${D} has no clause \\(ix\\)`, 'u'))
    await answers(offer)
    await sayAnalysed(officer, K)
    await refused(
      new RegExp(
        `${name}, in which 2 themes are not answered: “Who can have a short break” is not answered\\. “The two names” is not answered\\. Answer every theme and report it`,
        'u',
      ),
    )
    await officer.open(`/desk/consultations/${K}/publish-report`)
    await officer.fill('What stands first', 'Families want clear criteria.')
    await officer.press('Publish it', { status: 422 })
    assert.match((await errors(officer)).join(' '), /“The two names” is not answered/u)
    await answers(criteria)
    await answers(kept)
    await refused(new RegExp(`${name}, which is analysed and not reported yet`, 'u'))
    await publishReport(officer, K, 'Families want clear criteria, Saturdays, and the two names that they know.')

    // Reported and not read; read by somebody who does not decide it; read by Cabinet.
    await refused(new RegExp(`${name}, and nobody who decides has acknowledged reading its report`, 'u'))
    const director = await telling.beside('Theodora Itchenfold')
    await sayRead(director, K, D, 422)
    assert.match(
      (await errors(director)).join(' '),
      new RegExp(`Theodora Itchenfold does not hold the post that decides ${D}\\. It is decided by Cabinet`, 'u'),
    )
    await refused(/nobody who decides has acknowledged reading its report/u)
    await sayRead(leader, K, D)
    await sayRead(leader, K, D, 422)
    await sign(clerk, D)
    await publish(clerk, D)
    void maker
  },
)
