import { authority } from '#authority'
import { decisions, findWith } from '#decisions'
import { findingsOfDraft, intake } from '#intake'
import type { Module } from '#platform/module.ts'
import { thread } from './thread/index.ts'

/** The rooms of the house, in the order in which they may use each other: a room uses only those before it. */
const rooms: Module[] = [authority, decisions, intake]

// Drafts are read by the same rules as documents; decisions stands below intake and cannot ask it itself.
findWith(findingsOfDraft)

/** The rooms, and what runs through all of them. */
export const modules: Module[] = [...rooms, thread(rooms)]
