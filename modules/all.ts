import { accounts } from '#accounts'
import { authority, stopWith } from '#authority'
import { decisions, deskPartWith, findWith, partWith, readPapersWith, waitsWith } from '#decisions'
import { commissions, commissionsWait, linkWith, reliedOn, shutGates } from '#commissions'
import { answeredFirst, consultations, consultationsWait } from '#consultations'
import { findingsOfDraft, intake, textOfFile } from '#intake'
import { moderngov } from '#moderngov'
import { costOfTakingPart, networks, networksWait } from '#networks'
import type { Module } from '#platform/module.ts'
import { thread } from './thread/index.ts'

/** The rooms of the house, in the order in which they may use each other: a room uses only those before it. */
const rooms: Module[] = [authority, accounts, decisions, intake, commissions, consultations, networks, moderngov]

// Drafts are read by the same rules as documents; decisions stands below intake and cannot ask it itself.
findWith(findingsOfDraft)

// For the same reason: a paper that says what its record withholds is found by the reader of documents.
readPapersWith(textOfFile)

// What is bought for a commission waits for the gates of its timeline.
stopWith(shutGates)

// What people were asked, and who they are, belongs to a commission as well.
for (const tracer of [...(consultations.trace ?? []), ...(networks.trace ?? [])]) linkWith(tracer)

// A decision that relies on what its commission wrote of equality and duties is held to that.
partWith(reliedOn)

// A decision that rests on a consultation waits until that is answered, reported and read.
partWith(answeredFirst)

// Whoever drafts a decision about a network sees what people’s time costs before the sum is fixed.
deskPartWith(costOfTakingPart)

// Whoever looks at their desk sees what waits for them in every room.
for (const waiter of [commissionsWait, consultationsWait, networksWait]) waitsWith(waiter)

/** The rooms, and what runs through all of them. */
export const modules: Module[] = [...rooms, thread(rooms)]
