import { met, notMet, principle, rule } from '#platform/law.ts'

/** Who wants to join, and what connects them. */
export type Joining = {
  livesInArea: boolean
  connection: 'autistic' | 'family' | 'carer' | 'advocate' | null
  area: string
  connectedBy: string
}

/** The only condition of joining is the one that was decided: to live in the area and to be connected. */
export const mayJoin = rule<Joining>({
  id: 'network-may-join',
  title: 'A member lives in the area and is connected to what the network is about',
  source: principle('A network is open to whom the decision says, and nobody has to prove more'),
  from: '2021-12-13',
  check: ({ livesInArea, connection, area, connectedBy }) => {
    if (!livesInArea)
      return notMet(`Members live in ${area}. Whoever lives elsewhere can still contribute without joining.`)
    return connection
      ? met(`Lives in ${area}, and is connected.`)
      : notMet(`Members are ${connectedBy}. Say which it is.`)
  },
  examples: [
    {
      given: 'an autistic person who lives in the borough',
      facts: {
        livesInArea: true,
        connection: 'autistic',
        area: 'Bury',
        connectedBy: 'autistic or connected to an autistic person',
      },
      met: true,
    },
    {
      given: 'an advocate who lives in the borough',
      facts: {
        livesInArea: true,
        connection: 'advocate',
        area: 'Bury',
        connectedBy: 'autistic or connected to an autistic person',
      },
      met: true,
    },
    {
      given: 'a carer who lives elsewhere',
      facts: {
        livesInArea: false,
        connection: 'carer',
        area: 'Bury',
        connectedBy: 'autistic or connected to an autistic person',
      },
      met: false,
    },
    {
      given: 'somebody with no connection',
      facts: {
        livesInArea: true,
        connection: null,
        area: 'Bury',
        connectedBy: 'autistic or connected to an autistic person',
      },
      met: false,
    },
  ],
})
