import { recordNoticeElsewhere } from '#decisions'
import { londonDay } from '#platform/perform.ts'
import { must, type World } from './world.ts'

/** Has Hugo record that notice of a key decision was given elsewhere, 60 days ago unless told, so that it can be signed today. */
export async function noticed(
  world: World,
  ref: string,
  givenOn = londonDay(world.house.clock()).subtract({ days: 60 }).toString(),
): Promise<string> {
  const given = must(
    await world.does(world.as('Hugo'), recordNoticeElsewhere, {
      ref,
      givenOn,
      address: 'https://democracy.larkshire.example/forward-plan',
      said: 'A key decision is to be made.',
    }),
  )
  return given.ref
}
