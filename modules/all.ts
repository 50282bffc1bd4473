import { authority } from '#authority'
import { decisions } from '#decisions'
import type { Module } from '#platform/module.ts'

/** The rooms of the house, in the order in which they may use each other: a room uses only those before it. */
export const modules: Module[] = [authority, decisions]
