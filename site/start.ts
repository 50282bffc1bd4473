/** What the start page says, as data: words to be improved without touching the page. */

export const lead =
  'A council decides to spend money on care. Remit keeps what was decided, what it allows, and what was done'
  + ' with it, so that anyone can follow a pound back to the decision and to the people who took it.'

export const what: { title: string; says: string }[] = [
  {
    title: 'A decision gives authority',
    says:
      'A record of a decision is read clause by clause: who may now do what, up to how much, until when, and on which'
      + ' conditions.',
  },
  {
    title: 'An act is checked when it is done',
    says:
      'Awarding a contract, extending it, paying for it: each is an act, held against the decision on the day. What the'
      + ' decision does not allow is refused, with the reasons.',
  },
  {
    title: 'Everything is kept',
    says: 'What was done, what was refused, and by whom, in a journal in which nothing can be changed unseen.',
  },
]

/** Things to try in a demo council. One whose address leads to no page of this server is left out. */
export const tries: { title: string; says: string; href: string }[] = [
  {
    title: 'Read a decision record',
    says: 'Give Remit a record from any council, as a PDF, a Word file, a web page or text, and see what it makes of it.',
    href: '/read',
  },
  {
    title: 'Look something up in the register',
    says: 'Search what has been decided, and see when each decision takes effect and how that day was counted.',
    href: '/register',
  },
  {
    title: 'Ask whether somebody may act',
    says: 'Pick a post, a power and an amount. The answer says why, or why not, and where that is written.',
    href: '/why',
  },
  {
    title: 'Sign in as an officer',
    says:
      'Draft a decision, see what is found in it, and send it to the post that can decide it. Nobody here needs a'
      + ' password.',
    href: '/sign-in',
  },
  {
    title: 'Move the council’s day',
    says: 'Publish a decision, then move the day forward and watch the call-in period run out.',
    href: '/demo/clock',
  },
]
