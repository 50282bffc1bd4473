import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { officer } from '#authority'
import { keepFile } from '#platform/files.ts'
import { longDay } from '#platform/days.ts'
import { isoDay, ref, text, uuid, whole } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { theConsultation } from '../draft.ts'
import { givenFile, typeOf } from '../given-file.ts'
import { findForm, insertBatch, lockForm, setImage, setVoid } from './store.ts'

/**
 * Takes in what a locked box or a post bag held: how many forms two people counted. Each form gets a number, to be written on it
 * now. Which of them a second person keys in as well is settled here, so that nobody knows better than chance while keying.
 */
export const takeInPaper = useCase({
  name: 'consultations.take-in-paper',
  title: 'Take in a box of paper forms',
  may: [officer],
  input: z.object({
    ref,
    box: text(200),
    openedOn: isoDay,
    counted: whole(1, 1000),
    countedBy: text(200),
    witnessedBy: text(200),
  }),
  async run(work, { ref, box, openedOn, counted, countedBy, witnessedBy }) {
    const { tx, actor, today } = work
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { consultation, state, opensOn, secondKeyed } = outcome.value
    if (state === 'draft' || state === 'withdrawn') return refused(`${ref} is ${state}: there is nothing to take in.`)
    if (Temporal.PlainDate.compare(openedOn, today) > 0)
      return invalid({ openedOn: `${longDay(openedOn)} is still to come.` })
    if (opensOn && Temporal.PlainDate.compare(openedOn, opensOn) < 0)
      return invalid({ openedOn: `The consultation opened on ${longDay(opensOn)}, after that.` })
    if (countedBy.toLowerCase() === witnessedBy.toLowerCase())
      return invalid({ witnessedBy: 'It takes two people: name the other one.' })
    const batch = randomUUID()
    const forms = Array.from({ length: counted }, (_, at) => ({ form: randomUUID(), n: at + 1 }))
    const drawn = forms
      .toSorted((a, b) => lot(a.form).localeCompare(lot(b.form)))
      .slice(0, Math.ceil((counted * secondKeyed) / 100))
    const n = await insertBatch(
      tx,
      actor.council,
      consultation,
      { batch, box, openedOn, counted, countedBy, witnessedBy, enteredBy: actor.name },
      forms.map((form) => ({ ...form, second: drawn.includes(form) })),
    )
    return done({ ref, batch, n, counted, second: drawn.length })
  },
})

const lot = (form: string) => createHash('sha256').update(form).digest('hex')

/** Keeps a picture of a form with its hash, so that what was keyed in can be held against what was written. */
export const keepImage = useCase({
  name: 'consultations.keep-form-image',
  title: 'Keep a picture of a paper form',
  may: [officer],
  input: z.object({ form: uuid, file: givenFile }),
  remembers: ({ form, file }) => ({ form, file: file.name }),
  async run(work, { form, file }) {
    const { tx, council, now } = work
    await lockForm(tx, council, form)
    const found = await findForm(tx, council, form)
    if (!found) return missing('There is no such form.')
    work.about(found.ref)
    if (found.image)
      return refused(`Form ${found.batchN}/${found.n} has a picture already.`, [], 'What was kept stays.')
    const mediaType = typeOf(file.bytes)
    if (!mediaType || !/^image\/|pdf$/u.test(mediaType))
      return invalid({ file: 'Choose a picture (PNG or JPEG) or a PDF.' })
    const sha256 = await keepFile(tx, council, { ...file, mediaType }, now)
    await setImage(tx, council, form, sha256)
    work.seal('form-image', form, { image: Buffer.from(sha256).toString('hex') })
    return done({ form, sha256: Buffer.from(sha256).toString('hex') })
  },
})

/** Sets a form aside: nothing is written on it, or it belongs elsewhere. It stays counted, as excluded for this reason. */
export const setFormAside = useCase({
  name: 'consultations.set-form-aside',
  title: 'Set a paper form aside',
  may: [officer],
  input: z.object({ form: uuid, because: text(500) }),
  async run(work, { form, because }) {
    const {
      tx,
      actor: { council, name },
    } = work
    await lockForm(tx, council, form)
    const found = await findForm(tx, council, form)
    if (!found) return missing('There is no such form.')
    work.about(found.ref)
    if (found.receipt !== null)
      return refused(
        `Form ${found.batchN}/${found.n} is response ${found.receipt} already.`,
        [],
        'Exclude the response instead, with a reason.',
      )
    if (found.voidBecause !== null)
      return refused(`Form ${found.batchN}/${found.n} was set aside already: ${found.voidBecause}`)
    await setVoid(tx, council, form, because, name)
    return done({ form })
  },
})
