import type { Offer } from '#platform/module.ts'
import { viewPlainWords } from './plain/queries.ts'
import { alikeOffers } from './campaigns/index.ts'
import { analysisOffers } from './analysis/index.ts'
import { publicationOffers } from './publication/index.ts'
import { wordsOffers } from './words/index.ts'
import { gunningOffers } from './gunning/index.ts'
import { addDocument } from './add-document.ts'
import { closeEarly, extendConsultation } from './change-days.ts'
import { editConsultation } from './edit-consultation.ts'
import { answerEquality } from './equality/answer-equality.ts'
import { closeConsultation, markAnalysed, markReported, withdrawConsultation } from './finish.ts'
import { openConsultation } from './open-consultation.ts'
import { viewMyTurn } from './my-turn.ts'
import { keyIn, settleForm } from './paper/key-in.ts'
import { keepImage, setFormAside, takeInPaper } from './paper/take-in.ts'
import {
  listConsultations,
  listResponses,
  viewBatch,
  viewConsultation,
  viewConsultations,
  viewDraft,
  viewEquality,
  viewForm,
  viewPaper,
  viewReconciliation,
  viewResponse,
  viewWorkshop,
} from './queries.ts'
import { groupCampaign } from './responses/campaigns.ts'
import { enterResponse } from './responses/enter-response.ts'
import { handleResponse } from './responses/handle-response.ts'
import { makeCodes } from './responses/make-codes.ts'
import { respond } from './responses/respond.ts'
import { setQuestions } from './set-questions.ts'
import { startConsultation } from './start-consultation.ts'
import { publishWordingOf, putWording } from './wordings.ts'
import { bookPlace, cancelWorkshop, giveBackPlace, holdWorkshop, noteAttendance } from './workshops/workshops.ts'

/** What programs may ask and do. Saving answers on their way is for people; programs answer in one go. */
export const offers: Offer[] = [
  { method: 'GET', path: '/consultations', does: listConsultations },
  { method: 'GET', path: '/consultations/:ref', does: viewConsultation },
  { method: 'POST', path: '/consultations/:ref/responses', does: respond, counts: 'answer', keyField: 'key' },
  { method: 'POST', path: '/consultations/:ref/about-you', does: answerEquality, counts: 'answer' },
  { method: 'POST', path: '/consultations/workshops/:workshop/bookings', does: bookPlace, counts: 'answer' },
  { method: 'POST', path: '/consultations/bookings/:receipt/give-back', does: giveBackPlace, counts: 'answer' },
  { method: 'GET', path: '/desk/consultations', does: viewConsultations },
  { method: 'GET', path: '/desk/consultations/my-turn', does: viewMyTurn },
  { method: 'GET', path: '/desk/consultations/:ref', does: viewDraft },
  { method: 'GET', path: '/desk/consultations/:ref/responses', does: listResponses },
  { method: 'GET', path: '/desk/consultations/:ref/reconciliation', does: viewReconciliation },
  { method: 'GET', path: '/desk/consultations/:ref/paper', does: viewPaper },
  { method: 'GET', path: '/desk/consultations/:ref/paper/:batch', does: viewBatch },
  { method: 'GET', path: '/desk/consultations/:ref/equality', does: viewEquality },
  { method: 'GET', path: '/desk/responses/:receipt', does: viewResponse },
  { method: 'GET', path: '/desk/forms/:form', does: viewForm },
  { method: 'GET', path: '/desk/workshops/:workshop', does: viewWorkshop },
  { method: 'POST', path: '/consultations', does: startConsultation },
  { method: 'POST', path: '/consultations/:ref/edit', does: editConsultation },
  { method: 'POST', path: '/consultations/:ref/questions', does: setQuestions },
  { method: 'POST', path: '/consultations/:ref/wordings', does: putWording },
  { method: 'POST', path: '/consultations/:ref/wordings/publish', does: publishWordingOf },
  { method: 'POST', path: '/consultations/:ref/documents', does: addDocument, counts: 'upload' },
  { method: 'POST', path: '/consultations/:ref/codes', does: makeCodes },
  { method: 'POST', path: '/consultations/:ref/open', does: openConsultation },
  { method: 'POST', path: '/consultations/:ref/extend', does: extendConsultation },
  { method: 'POST', path: '/consultations/:ref/close-early', does: closeEarly },
  { method: 'POST', path: '/consultations/:ref/close', does: closeConsultation },
  { method: 'POST', path: '/consultations/:ref/analysed', does: markAnalysed },
  { method: 'POST', path: '/consultations/:ref/reported', does: markReported },
  { method: 'POST', path: '/consultations/:ref/withdraw', does: withdrawConsultation },
  { method: 'POST', path: '/consultations/:ref/entered', does: enterResponse },
  { method: 'POST', path: '/consultations/:ref/campaigns', does: groupCampaign },
  { method: 'POST', path: '/consultations/:ref/boxes', does: takeInPaper },
  { method: 'POST', path: '/consultations/:ref/workshops', does: holdWorkshop },
  { method: 'POST', path: '/desk/responses/:receipt/handle', does: handleResponse },
  { method: 'POST', path: '/desk/forms/:form/key-in', does: keyIn },
  { method: 'POST', path: '/desk/forms/:form/settle', does: settleForm },
  { method: 'POST', path: '/desk/forms/:form/image', does: keepImage, counts: 'upload' },
  { method: 'POST', path: '/desk/forms/:form/aside', does: setFormAside },
  { method: 'POST', path: '/desk/workshops/:workshop/cancel', does: cancelWorkshop },
  { method: 'POST', path: '/desk/workshops/:workshop/attendance', does: noteAttendance },
  ...analysisOffers,
  { method: 'GET', path: '/desk/consultations/:ref/plain-words', does: viewPlainWords },
  ...alikeOffers,
  ...gunningOffers,
  ...publicationOffers,
  ...wordsOffers,
]
