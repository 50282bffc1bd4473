import { dated, principle } from '#platform/law.ts'

/**
 * What an hour of home care may plausibly cost a council, in pence. An indicator to catch figures that are out by a
 * factor, not a price: set wide around published council averages (£22.74 in 2024/25) and minimum prices (£32.14 in
 * 2025/26), and wider in years for which less was read.
 */
export const plausibleHourlyRate = dated(
  'plausible home care rate an hour',
  [
    {
      from: '2012-04-01',
      value: { low: 9_00n, high: 30_00n },
      source: principle('Indicator: home care rates, England, 2012 to 2018'),
    },
    {
      from: '2018-04-01',
      value: { low: 11_00n, high: 35_00n },
      source: principle('Indicator: home care rates, England, 2018 to 2022'),
    },
    {
      from: '2022-04-01',
      value: { low: 14_00n, high: 42_00n },
      source: principle('Indicator: home care rates, England, 2022 to 2025'),
    },
    {
      from: '2025-04-01',
      value: { low: 16_00n, high: 48_00n },
      source: principle('Indicator: home care rates, England, from 2025'),
    },
  ],
  { until: '2029-04-01' },
)

/**
 * How much home care a person plausibly has, on the average of a whole service, in minutes a week. England's last
 * national count was 12.4 hours a household a week.
 */
export const plausibleMinutesAWeek = dated(
  'plausible home care a person a week',
  [
    {
      from: '2012-04-01',
      value: { low: 3 * 60, high: 40 * 60 },
      source: principle('Indicator: hours of home care a person, England'),
    },
  ],
  { until: '2029-04-01' },
)
