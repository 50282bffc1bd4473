import { bankHoliday, day, daysBetween, eachDay, plainDay } from '#platform/days.ts'
import { guidance, met, notApplicable, notMet, rule } from '#platform/law.ts'
import { packKinds, type PackKind } from '../../consultation.ts'
import { timeOpen } from '../../time-open.ts'
import { someGunningFacts, type GunningFacts } from '../facts.ts'

const gunning = (part: string) => guidance('R v Brent LBC, ex p Gunning (1985) 84 LGR 168', part)
const from = '1985-04-30'

/** Asked while it can still change what is done. */
export const asksInTime = rule<GunningFacts>({
  id: 'gunning-asks-in-time',
  title: 'People were asked while the proposal was still being formed',
  from,
  source: gunning('formative stage'),
  check: ({ done, openMind, closesOn }) => {
    const early = done.filter(({ on }) => Temporal.PlainDate.compare(on, closesOn) <= 0)
    const working = [
      `Looked at ${done.length} ${done.length === 1 ? 'act or decision' : 'acts and decisions'} about what it serves; its last day was ${plainDay(closesOn)}.`,
      ...(openMind
        ? [
            `Options: ${openMind.options.join('; ') || 'none'}.${openMind.because === null ? '' : ` ${openMind.because}`}`,
            `Could it still be decided otherwise? ${openMind.couldDiffer} (${openMind.by})`,
          ]
        : []),
    ]
    if (early.length)
      return notMet(
        `${early.map(({ ref, what, on }) => `${ref} of ${plainDay(on)} (${what})`).join('; ')} came before the last day on which people could answer, ${plainDay(closesOn)}.`,
        working,
      )
    if (!openMind)
      return notMet(
        'Nobody has said which options were open, and whether it could still be decided otherwise. Say so.',
        working,
      )
    return openMind.options.length < 2 && openMind.because === null
      ? notMet('Fewer than two options were open, and no reason is given.', working)
      : met(
          `Nothing was decided, noticed, awarded or committed before the last day; ${openMind.options.length >= 2 ? `${openMind.options.length} options were open` : 'why there was one option is stated'}.`,
          working,
        )
  },
  examples: [
    { given: 'two options, and nothing ordered', facts: someGunningFacts(), met: true },
    {
      given: 'one option, with the reason',
      facts: someGunningFacts({
        openMind: {
          options: ['Close it'],
          because: 'The lease ends.',
          couldDiffer: 'When and how, yes.',
          by: 'A director',
        },
      }),
      met: true,
    },
    {
      given: 'the contract was awarded while people answered',
      facts: someGunningFacts({ done: [{ ref: 'A-2026-0009', what: 'Award a contract', on: day('2026-10-01') }] }),
      met: false,
    },
    { given: 'nobody says what was open', facts: someGunningFacts({ openMind: null }), met: false },
  ],
})

/** Told enough to answer with understanding, and everybody the same. */
export const tellsEnough = rule<GunningFacts>({
  id: 'gunning-tells-enough',
  title: 'People were told enough, and everybody the same, whatever the channel',
  from: '2014-10-29',
  source: [gunning('sufficient reasons'), guidance('R (Moseley) v Haringey LBC [2014] UKSC 56', 'paras 25 to 27')],
  check: ({ pack, opensOn, wordings }) => {
    const there = new Set(
      pack.filter(({ addedOn }) => Temporal.PlainDate.compare(addedOn, opensOn) <= 0).map(({ kind }) => kind),
    )
    const missing = (Object.keys(packKinds) as PackKind[]).filter((kind) => packKinds[kind].needed && !there.has(kind))
    const during = pack.filter(
      ({ addedOn, version }) => version > 1 && Temporal.PlainDate.compare(addedOn, opensOn) > 0,
    )
    const lateWords = wordings.filter(({ publishedOn }) => Temporal.PlainDate.compare(publishedOn, opensOn) > 0)
    const working = [
      `On ${plainDay(opensOn)} the pack had ${there.size} kinds of document; the questions are one frozen version, online and on paper.`,
      ...lateWords.map(({ name, publishedOn }) => `${name} could be read from ${plainDay(publishedOn)}.`),
    ]
    const faults = [
      ...(missing.length
        ? [`On the first day the pack lacked ${missing.map((kind) => packKinds[kind].title.toLowerCase()).join('; ')}.`]
        : []),
      ...during.map(
        ({ title, version, addedOn }) =>
          `“${title}” changed to version ${version} on ${plainDay(addedOn)}: whoever had answered before read another.`,
      ),
      ...lateWords.map(({ name }) => `${name} came after the first day.`),
    ]
    return faults.length
      ? notMet(faults.join(' '), working)
      : met('The pack was whole on the first day and stayed the same for everybody.', working)
  },
  examples: [
    { given: 'everything was there on the first day', facts: someGunningFacts(), met: true },
    {
      given: 'the rejected options came a week later',
      facts: someGunningFacts({
        pack: someGunningFacts().pack.map((one) =>
          one.kind === 'rejected-options' ? { ...one, addedOn: day('2026-09-14') } : one,
        ),
      }),
      met: false,
    },
    {
      given: 'Easy Read came two weeks later',
      facts: someGunningFacts({ wordings: [{ name: 'Easy Read', publishedOn: day('2026-09-21') }] }),
      met: false,
    },
    {
      given: 'the costs changed meanwhile',
      facts: someGunningFacts({
        pack: [...someGunningFacts().pack, { kind: 'costs', title: 'Costs', version: 2, addedOn: day('2026-09-20') }],
      }),
      met: false,
    },
  ],
})

/** Time to read, think and answer; for every group that it affects. */
export const givesTime = rule<GunningFacts>({
  id: 'gunning-gives-time',
  title: 'People had time to answer, and every group that it affects was heard',
  from: '2000-10-26',
  source: gunning('adequate time; the figures are the council’s own'),
  check: ({ opensOn, closesOn, practice, calendar, lateKeyDocuments, extended, groups }) => {
    if (!practice) return notApplicable
    const { days, working, says: open } = timeOpen(opensOn, closesOn, practice.quiet, calendar)
    const holidays = [...eachDay(opensOn, closesOn.add({ days: 1 }))].filter(
      (one) => bankHoliday(one, calendar) !== null,
    )
    const late = lateKeyDocuments.filter(
      ({ addedOn }) => daysBetween(addedOn, closesOn) < practice.daysAfterKeyDocument,
    )
    const faults = [
      ...(days < practice.leastDays
        ? [`It was open for ${days} days that count; ${practice.leastDays} are needed.`]
        : []),
      ...(working < practice.leastWorkingDays
        ? [`${working} of them were working days; ${practice.leastWorkingDays} are needed.`]
        : []),
      ...late.map(
        ({ title, addedOn }) =>
          `“${title}” came on ${plainDay(addedOn)}, ${daysBetween(addedOn, closesOn)} days before the end${extended ? ' as it was extended' : ', and it was not extended'}; ${practice.daysAfterKeyDocument} are needed.`,
      ),
      ...groups.filter(({ heard }) => heard === 'silent').map(({ name }) => `No answer came from ${name}.`),
      ...groups
        .filter(({ heard }) => heard === 'not-told')
        .map(
          ({ name }) =>
            `It cannot be seen whether ${name} answered: say by which answer it shows, or how they were heard.`,
        ),
    ]
    const steps = [
      `${open} Bank holidays: ${holidays.length ? holidays.map(plainDay).join(', ') : 'none'}.`,
      `The council asks for ${practice.leastDays} days, ${practice.leastWorkingDays} of them working days (${practice.source}).`,
      ...groups.map(
        ({ name, heard, says }) =>
          `${name}: ${heard === 'answered' ? 'answered' : heard === 'silent' ? 'no answer' : heard === 'otherwise' ? `heard otherwise. ${says ?? ''}` : 'not told'}`,
      ),
    ]
    return faults.length
      ? notMet(faults.join(' '), steps)
      : met(`${days} days, ${working} of them working days; every group was heard.`, steps)
  },
  examples: [
    { given: 'six weeks in autumn', facts: someGunningFacts(), met: true },
    {
      given: 'a group that said nothing',
      facts: someGunningFacts({ groups: [{ name: 'Young carers', heard: 'silent', says: null }] }),
      met: false,
    },
    {
      given: 'a group that was heard at its own meeting',
      facts: someGunningFacts({ groups: [{ name: 'Young carers', heard: 'otherwise', says: 'At their club.' }] }),
      met: true,
    },
    {
      given: 'six weeks over Christmas',
      facts: someGunningFacts({ opensOn: day('2026-12-12'), closesOn: day('2027-01-22') }),
      met: false,
    },
    {
      given: 'the costs ten days before the end',
      facts: someGunningFacts({ lateKeyDocuments: [{ title: 'Costs', addedOn: day('2026-10-08') }] }),
      met: false,
    },
  ],
})

/** What people said is considered, by those who decide, before they decide. */
export const considersAnswers = rule<GunningFacts>({
  id: 'gunning-considers-answers',
  title: 'What people said was considered before the decision',
  from,
  source: gunning('conscientious consideration'),
  check: ({ received, waiting, adds, themes, reportedOn, decisions, practice }) => {
    const open = themes.filter(({ answered }) => !answered)
    const least = practice?.daysReportToDecision ?? 0
    const faults = [
      ...(adds ? [] : ['What was received is not what was analysed, excluded and waits.']),
      ...(waiting > 0
        ? [`Of ${received} received, ${waiting} ${waiting === 1 ? 'waits' : 'wait'} to be analysed or excluded.`]
        : []),
      ...(open.length
        ? [
            `${open.length} of ${themes.length} themes ${open.length === 1 ? 'is' : 'are'} not answered: ${open.map(({ title }) => `“${title}”`).join(', ')}.`,
          ]
        : []),
      ...(reportedOn ? [] : ['It is not reported yet.']),
      ...(reportedOn
        ? decisions
            .filter(({ readBy }) => readBy.length === 0)
            .map(({ ref }) => `Nobody who decides ${ref} has acknowledged reading the report.`)
        : []),
      ...decisions.flatMap(({ ref, decidedOn }) => {
        if (!decidedOn) return []
        if (!reportedOn || Temporal.PlainDate.compare(decidedOn, reportedOn) < 0)
          return [`${ref} was decided on ${plainDay(decidedOn)}, before the report.`]
        const days = daysBetween(reportedOn, decidedOn)
        return days < least
          ? [
              `${ref} was decided ${days} ${days === 1 ? 'day' : 'days'} after the report; ${least} are needed${practice ? ` (${practice.source})` : ''}.`,
            ]
          : []
      }),
    ]
    const working = [
      `${received} received; ${waiting} wait. ${themes.length} themes, ${themes.length - open.length} answered.`,
      ...(reportedOn ? [`Reported on ${plainDay(reportedOn)}.`] : []),
      ...decisions.map(
        ({ ref, readBy, decidedOn }) =>
          `${ref}: ${readBy.length ? `read by ${readBy.join(', ')}` : 'read by nobody yet'}; ${decidedOn ? `decided on ${plainDay(decidedOn)}` : 'not decided'}.`,
      ),
    ]
    return faults.length
      ? notMet(faults.join(' '), working)
      : met(
          'All that came in is accounted for, every theme is answered, and those who decide have read the report.',
          working,
        )
  },
  examples: [
    { given: 'answered, reported and read', facts: someGunningFacts(), met: true },
    {
      given: 'a theme without an answer',
      facts: someGunningFacts({ themes: [{ title: 'Closer to home', answered: false }] }),
      met: false,
    },
    { given: 'twelve responses that nobody has read', facts: someGunningFacts({ waiting: 12 }), met: false },
    {
      given: 'the one who decides has not read it',
      facts: someGunningFacts({ decisions: [{ ref: 'D-2026-0001', decidedOn: null, readBy: [] }] }),
      met: false,
    },
    {
      given: 'decided two days after the report',
      facts: someGunningFacts({
        decisions: [{ ref: 'D-2026-0001', decidedOn: day('2026-11-12'), readBy: ['A cabinet member'] }],
      }),
      met: false,
    },
  ],
})

/** The four, in the order in which courts name them. */
export const gunningRules = [asksInTime, tellsEnough, givesTime, considersAnswers] as const

/** What the gate on a decision asks: how the consultation on which it rests stands on the day. */
export type RestsOn = {
  consultation: string
  title: string
  standing: 'announced' | 'open' | 'closed' | 'analysed' | 'reported'
  closesOn: Temporal.PlainDate
  unanswered: string[]
  read: boolean
  decidedOn: Temporal.PlainDate
}

const resting: RestsOn = {
  consultation: 'K-2026-0001',
  title: 'Short breaks',
  standing: 'reported',
  closesOn: day('2026-10-18'),
  unanswered: [],
  read: true,
  decidedOn: day('2026-12-01'),
}

/** A decision waits for the consultation on which it rests: over, answered, reported, and read by those who decide. */
export const restsOnAnswers = rule<RestsOn>({
  id: 'decision-rests-on-an-answered-consultation',
  title: 'A decision that rests on a consultation waits until it is answered and read',
  from,
  source: gunning('conscientious consideration'),
  check: ({ consultation, title, standing, closesOn, unanswered, read, decidedOn }) => {
    const name = `the consultation ${consultation}, “${title}”`
    if (Temporal.PlainDate.compare(decidedOn, closesOn) <= 0)
      return notMet(
        `It rests on ${name}, in which people may answer until ${plainDay(closesOn)}. Decide after that, once it is reported.`,
      )
    if (unanswered.length)
      return notMet(
        `It rests on ${name}, in which ${unanswered.length} ${unanswered.length === 1 ? 'theme is' : 'themes are'} not answered: ${unanswered.join(' ')} Answer every theme and report it.`,
      )
    if (standing !== 'reported')
      return notMet(
        `It rests on ${name}, which is ${standing} and not reported yet. Analyse it, answer every theme and report it.`,
      )
    return read
      ? met(`What was said in ${name}, is answered, reported and read.`)
      : notMet(
          `It rests on ${name}, and nobody who decides has acknowledged reading its report. Whoever holds the post that decides reads it and says so.`,
        )
  },
  examples: [
    { given: 'reported and read', facts: resting, met: true },
    {
      given: 'people can still answer',
      facts: { ...resting, standing: 'open', decidedOn: day('2026-10-01'), read: false },
      met: false,
    },
    {
      given: 'a theme is not answered',
      facts: { ...resting, standing: 'analysed', unanswered: ['“Closer to home” is not answered.'] },
      met: false,
    },
    { given: 'nobody has read the report', facts: { ...resting, read: false }, met: false },
  ],
})
