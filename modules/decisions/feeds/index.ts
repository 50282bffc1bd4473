import { listCalledIn, listMeetingsWhole, listWindows, readDecisions } from './queries.ts'
import { confirmSubscription, subscribe, unsubscribe } from './subscribe.ts'

export { confirmSubscription, subscribe, unsubscribe }

export const feedUseCases = [subscribe, confirmSubscription, unsubscribe]
export const feedQueries = [readDecisions, listCalledIn, listWindows, listMeetingsWhole]
