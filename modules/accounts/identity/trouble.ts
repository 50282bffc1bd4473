/** What can go wrong between a browser's leaving for the identity service and its coming back as somebody. */
export const troubles = {
  'no-service': {
    what: 'There is no identity service to sign in with.',
    because: 'This council has not set one up, or it has been changed since you left.',
    next: 'Ask your council’s administrator.',
  },
  'no-secret': {
    what: 'The identity service cannot be used yet.',
    because: 'The secret that this service and the identity service share is not where it should be.',
    next: 'Ask whoever runs this service to put it there.',
  },
  'not-secure': {
    what: 'The identity service cannot be used.',
    because: 'Its address does not start with https://, so that anybody in between could pretend to be it.',
    next: 'Ask your council’s administrator to correct the address.',
  },
  unreachable: {
    what: 'The identity service does not answer.',
    because: 'It could not be reached, or it did not answer as such a service does.',
    next: 'Try again in a few minutes.',
  },
  'wrong-state': {
    what: 'This sign-in did not start here.',
    because: 'It was begun in another browser or window, took longer than ten minutes, or was used before.',
    next: 'Start again from the sign-in page.',
  },
  declined: {
    what: 'The identity service did not sign you in.',
    because: 'You, or it, stopped before the end.',
    next: 'Start again from the sign-in page. If it happens again, ask your council’s help desk.',
  },
  'code-refused': {
    what: 'The identity service did not confirm who you are.',
    because:
      'It did not accept the code with which your browser came back: it was used before, is too old, or was given to somebody else.',
    next: 'Start again from the sign-in page.',
  },
  'wrong-issuer': {
    what: 'What came back is not from your council’s identity service.',
    because: 'It names another service as its sender.',
    next: 'Do not try again. Tell your council’s help desk what you saw.',
  },
  'wrong-audience': {
    what: 'What came back was meant for another service.',
    because: 'The identity service had made it for somebody other than this site.',
    next: 'Do not try again. Tell your council’s help desk what you saw.',
  },
  'wrong-nonce': {
    what: 'What came back does not belong to this sign-in.',
    because: 'It was made for another one.',
    next: 'Start again from the sign-in page. If it happens again, tell your council’s help desk.',
  },
  'wrong-signature': {
    what: 'What came back is not signed as it should be.',
    because: 'Its signature is missing, or was not made with a key that the identity service shows as its own.',
    next: 'Start again from the sign-in page. If it happens again, tell your council’s help desk.',
  },
  'too-old': {
    what: 'What came back is out of date.',
    because: 'It had run out when it arrived, or the clocks of the two services differ.',
    next: 'Start again from the sign-in page.',
  },
  'not-understood': {
    what: 'What came back could not be understood.',
    because: 'The identity service did not answer as OpenID Connect says.',
    next: 'Tell your council’s help desk.',
  },
} as const

export type Trouble = keyof typeof troubles
export const troubleNames = Object.keys(troubles) as [Trouble, ...Trouble[]]
