import fc from 'fast-check'

/**
 * Loaded before each test file: which cases the property tests draw. A plain run draws the same ones every time, so that a failure
 * there is a change's own; `npm run explore` draws new ones, more of them, and says the seed with which to draw a failure again.
 */
const asked = process.env['REMIT_SEED'] ?? '20260401'
fc.configureGlobal({
  ...(asked === 'new' ? {} : { seed: Number(asked) }),
  ...(process.env['REMIT_PROPERTY_RUNS'] ? { numRuns: Number(process.env['REMIT_PROPERTY_RUNS']) } : {}),
})
