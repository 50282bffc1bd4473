import { done, refused, type Outcome, type Work } from '#platform/use-case.ts'
import { financeOfficer, monitoringOfficer } from '../roles.ts'
import { settingOn } from '../setting.ts'
import { postsHeldBy } from '../store.ts'
import { sectionWords, type Section } from './statutory-hold.ts'

/**
 * Which post somebody issues, considers or releases a hold as. The role opens the door; the post that counts as monitoring
 * officer or s151 officer is the council's own data, and must be held on the day. Its title, or a refusal.
 */
export async function asStatutoryOfficer({ tx, actor, today }: Work, section: Section): Promise<Outcome<string>> {
  const { issuer } = sectionWords[section]
  const role = issuer === 'monitoring officer' ? monitoringOfficer : financeOfficer
  if (!actor.roles.includes(role)) {
    return refused(
      `This is for the ${issuer} to do.`,
      `${actor.name} signs in as ${actor.roles.join(', ') || 'nobody in particular'}.`,
      `Ask the ${issuer}.`,
    )
  }
  const settled = await settingOn(tx, actor.council, 'statutory-officers', today)
  const held = actor.account === null ? [] : await postsHeldBy(tx, actor.council, actor.account, today)
  if (!settled) return done(held[0]?.title ?? `The ${issuer}`)
  const named = issuer === 'monitoring officer' ? settled.value.monitoringOfficer : settled.value.financeOfficer
  const as = held.find(({ post }) => named.includes(post))
  return as
    ? done(as.title)
    : refused(
        `This is for the ${issuer} to do.`,
        `${actor.name} holds none of the posts that are the council’s ${issuer} today: ${named.join(', ')} (${settled.source}).`,
        `Ask whoever holds that post.`,
      )
}
