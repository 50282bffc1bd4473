import type { Offer } from '#platform/module.ts'
import { correctReading } from './correct-reading.ts'
import { draftFromReading } from './draft-from-reading.ts'
import { keepDocument } from './keep-document.ts'
import { giveReading, listReadings, viewDocument } from './queries.ts'

/** What programs may ask and do. */
export const offers: Offer[] = [
  { method: 'POST', path: '/readings', does: keepDocument, counts: 'upload' },
  { method: 'GET', path: '/readings', does: listReadings },
  { method: 'GET', path: '/readings/:reading', does: giveReading },
  { method: 'POST', path: '/readings/:reading/corrections', does: correctReading },
  { method: 'POST', path: '/readings/:reading/draft', does: draftFromReading },
  { method: 'GET', path: '/documents/:document', does: viewDocument },
]
