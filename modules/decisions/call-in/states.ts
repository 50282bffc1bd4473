/** How a call-in stands. The first four are open and suspend the clauses that it hits; the others have closed it. */
export type CallInState =
  | 'received'
  | 'valid'
  | 'referred-back'
  | 'referred-to-council'
  | 'invalid'
  | 'withdrawn'
  | 'released'
  | 'confirmed'
  | 'amended'
  | 'rescinded'
  | 'lapsed'

export type OpenState = 'received' | 'valid' | 'referred-back' | 'referred-to-council'
export type ClosedState = Exclude<CallInState, OpenState>

/** The moves that a call-in may make, and no others. */
export const callInMoves: Record<CallInState, readonly CallInState[]> = {
  received: ['valid', 'invalid', 'withdrawn'],
  valid: ['released', 'referred-back', 'referred-to-council', 'withdrawn', 'lapsed'],
  'referred-to-council': ['released', 'referred-back'],
  'referred-back': ['confirmed', 'amended', 'rescinded', 'lapsed'],
  invalid: [],
  withdrawn: [],
  released: [],
  confirmed: [],
  amended: [],
  rescinded: [],
  lapsed: [],
}

const closed: readonly CallInState[] = [
  'invalid',
  'withdrawn',
  'released',
  'confirmed',
  'amended',
  'rescinded',
  'lapsed',
]
export const isClosed = (state: CallInState): state is ClosedState => closed.includes(state)

/** How each is read out. */
export const stateWords: Record<CallInState, string> = {
  received: 'Waits to be judged',
  valid: 'Valid, and waits to be heard',
  'referred-back': 'Referred back to whoever decided',
  'referred-to-council': 'Referred to full council',
  invalid: 'Not valid',
  withdrawn: 'Withdrawn',
  released: 'Released',
  confirmed: 'Reconsidered and confirmed',
  amended: 'Reconsidered and amended',
  rescinded: 'Reconsidered and rescinded',
  lapsed: 'Released by lapse of time',
}
