import type { Sealed } from '#platform/journal.ts'
import type { Offer } from '#platform/module.ts'
import { stated, type StatedRule } from '#platform/rule-register.ts'
import type { Query, UseCase } from '#platform/use-case.ts'
import { viewForm, viewForms } from './queries.ts'
import { formIsFilled } from './rules/form-is-filled.ts'
import { sealedForms } from './store.ts'
import { answerForm, chooseForm, startFromForm } from './use-form.ts'

/** The council’s own forms. */
export const formUseCases: UseCase[] = [startFromForm, chooseForm, answerForm]
export const formQueries: Query[] = [viewForms, viewForm]
export const formRules: StatedRule[] = [stated(formIsFilled)]
export const sealedAsForms: Sealed = { kind: 'form', content: sealedForms }

export const formOffers: Offer[] = [
  { method: 'GET', path: '/forms', does: viewForms },
  { method: 'GET', path: '/desk/:ref/form', does: viewForm },
  { method: 'POST', path: '/decisions/from-form', does: startFromForm },
  { method: 'POST', path: '/decisions/:ref/form', does: chooseForm },
  { method: 'POST', path: '/decisions/:ref/form/answers', does: answerForm },
]
