import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callInCommand } from './cli-call-in.ts'

const kent = '--published 2022-08-05 --days 5 --unit clear-working --effective day-after'.split(' ')

test('the window is printed as JSON, with each day counted', () => {
  const { out, code } = callInCommand([...kent, '--json'])
  assert.equal(code, 0)
  const printed = JSON.parse(out)
  assert.equal(printed.lastDay, '2022-08-12')
  assert.equal(printed.effective, '2022-08-13')
  assert.equal(printed.counted.length, 8)
  assert.deepEqual(printed.counted.at(-1), { day: '2022-08-12', counts: true, why: 'day 5' })
})

test('without --json a person reads the days and how they were reckoned', () => {
  const { out, code } = callInCommand(kent)
  assert.equal(code, 0)
  assert.match(out, /^Last day to call in: Friday 12 August 2022\nTakes effect: {8}Saturday 13 August 2022\n/u)
  assert.match(out, /Monday 8 August 2022: day 1\./u)
})

test('the other ways of counting', () => {
  const lines = (args: string) =>
    callInCommand(args.split(' '))
      .out.split('\n')
      .slice(0, 2)
      .map((line) => line.slice(21))
  assert.deepEqual(lines('--published 5/8/2022 --days 5 --effective last-day'), [
    'Friday 12 August 2022',
    'Friday 12 August 2022',
  ])
  assert.deepEqual(lines('--published 2022-08-05 --days 5 --unit clear-calendar'), [
    'Wednesday 10 August 2022',
    'Thursday 11 August 2022',
  ])
  assert.deepEqual(lines('--decided 2022-08-05 --days 5 --count-start-day'), [
    'Thursday 11 August 2022',
    'Friday 12 August 2022',
  ])
  assert.deepEqual(lines('--published 2024-06-20 --until-weekday 2 --cutoff 17:00'), [
    'Tuesday 25 June 2024 at 17:00',
    'Wednesday 26 June 2024',
  ])
})

test('each wrong argument gets a sentence that says how to put it right, and code 2', () => {
  const wrong: [string, RegExp][] = [
    ['', /^Say when it was published: --published 2022-08-05\./u],
    ['--published 2022-08-05', /^Say how many days it lasts: --days 5\./u],
    ['--published 31/02/2022 --days 5', /^"31\/02\/2022" is not a day that exists: write --published 2022-08-05\./u],
    ['--published soon --days 5', /^"soon" is not a day/u],
    ['--published 2022-08-05 --days five', /^--days takes a whole number from 1 to 60, not "five": write --days 5\./u],
    ['--published 2022-08-05 --days 0', /from 1 to 60, not "0"/u],
    ['--published 2022-08-05 --days 61', /from 1 to 60/u],
    ['--published 2022-08-05 --days 5 --unit weeks', /^--unit is one of clear-working, clear-calendar, not "weeks"\./u],
    [
      '--published 2022-08-05 --days 5 --effective now',
      /^--effective is one of day-after, last-day, next-working-day/u,
    ],
    ['--published 2022-08-05 --decided 2022-08-04 --days 5', /not both/u],
    ['--published 2022-08-05 --days 5 --until-weekday 2', /not both/u],
    ['--published 2022-08-05 --until-weekday 8', /from 1 to 7/u],
    ['--published 2022-08-05 --days 5 --cutoff 5pm', /^"5pm" is not a time of day: write --cutoff 17:00\./u],
    ['--published 1999-08-05 --days 5', /^Bank holidays are known from 2012 to 2028/u],
    ['--published 2022-08-05 --days 5 --colour red', /--colour/u],
    ['--published', /--published/u],
    ['2022-08-05', /2022-08-05/u],
  ]
  for (const [args, says] of wrong) {
    const { out, code } = callInCommand(args === '' ? [] : args.split(' '))
    assert.equal(code, 2, args)
    assert.match(out, says)
    assert.match(out, /\nSee: remit call-in --help\n$/u)
  }
})

test('help is given when asked for', () => {
  const { out, code } = callInCommand(['--help'])
  assert.equal(code, 0)
  assert.match(out, /--published DAY/u)
})
