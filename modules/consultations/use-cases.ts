import { alikeUseCases } from './campaigns/index.ts'
import { analysisUseCases } from './analysis/index.ts'
import { publicationUseCases } from './publication/index.ts'
import { wordsUseCases } from './words/index.ts'
import { gunningUseCases } from './gunning/index.ts'
import { addDocument } from './add-document.ts'
import { closeEarly, extendConsultation } from './change-days.ts'
import { editConsultation } from './edit-consultation.ts'
import { answerEquality } from './equality/answer-equality.ts'
import { closeConsultation, markAnalysed, markReported, withdrawConsultation } from './finish.ts'
import { openConsultation } from './open-consultation.ts'
import { keyIn, settleForm } from './paper/key-in.ts'
import { keepImage, setFormAside, takeInPaper } from './paper/take-in.ts'
import { groupCampaign } from './responses/campaigns.ts'
import { enterResponse } from './responses/enter-response.ts'
import { handleResponse } from './responses/handle-response.ts'
import { makeCodes } from './responses/make-codes.ts'
import { respond } from './responses/respond.ts'
import { beginAnswers, dropAnswers, readStarted, saveAnswers, sendAnswers } from './responses/started.ts'
import { setQuestions } from './set-questions.ts'
import { startConsultation } from './start-consultation.ts'
import { publishWordingOf, putWording } from './wordings.ts'
import { bookPlace, cancelWorkshop, giveBackPlace, holdWorkshop, noteAttendance } from './workshops/workshops.ts'

export {
  startConsultation,
  editConsultation,
  setQuestions,
  putWording,
  publishWordingOf,
  addDocument,
  openConsultation,
  extendConsultation,
  closeEarly,
  closeConsultation,
  markAnalysed,
  markReported,
  withdrawConsultation,
  respond,
  beginAnswers,
  readStarted,
  saveAnswers,
  sendAnswers,
  dropAnswers,
  enterResponse,
  handleResponse,
  makeCodes,
  groupCampaign,
  takeInPaper,
  keepImage,
  setFormAside,
  keyIn,
  settleForm,
  holdWorkshop,
  cancelWorkshop,
  bookPlace,
  giveBackPlace,
  noteAttendance,
  answerEquality,
}

/** All that is done here, by whom and when permission and authority allow. */
export const useCases = [
  startConsultation,
  editConsultation,
  setQuestions,
  putWording,
  publishWordingOf,
  addDocument,
  openConsultation,
  extendConsultation,
  closeEarly,
  closeConsultation,
  markAnalysed,
  markReported,
  withdrawConsultation,
  respond,
  beginAnswers,
  readStarted,
  saveAnswers,
  sendAnswers,
  dropAnswers,
  enterResponse,
  handleResponse,
  makeCodes,
  groupCampaign,
  takeInPaper,
  keepImage,
  setFormAside,
  keyIn,
  settleForm,
  holdWorkshop,
  cancelWorkshop,
  bookPlace,
  giveBackPlace,
  noteAttendance,
  answerEquality,
  ...analysisUseCases,
  ...alikeUseCases,
  ...gunningUseCases,
  ...publicationUseCases,
  ...wordsUseCases,
]
