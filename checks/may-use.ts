/**
 * Who may knock at whose door. A module sees another only through its index.ts, and only if it stands here; what runs the other
 * way is an announcement in the outbox. The table has no circles, which a test proves.
 */
export const mayUse: Record<string, readonly string[]> = {
  authority: [],
  accounts: ['authority'],
  decisions: ['authority'],
  intake: ['decisions', 'authority'],
  commissions: ['authority', 'decisions'],
  consultations: ['commissions', 'decisions', 'authority'],
  networks: ['consultations', 'commissions', 'decisions', 'authority'],
  moderngov: ['decisions'],
  // Is handed every room by whoever puts the house together, and knows none by name.
  thread: [],
}

/** The floors of the house, from the ground up: each may use itself and those below it. */
export const floors = ['platform', 'govuk', 'modules', 'site'] as const
