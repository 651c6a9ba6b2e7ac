import { clockTime, cronOf, dslTime, nextTimes } from './schedule';

const from = new Date('2026-11-21T10:00:00Z');
const next = (expression: string, zone = 'UTC', count = 3, at = from) => nextTimes(expression, zone, at, count)?.map(({ text }) => text);

it('computes the next times by the clocks of the zone', () => {
  expect(next('0 9 * * *', 'Asia/Shanghai')).toEqual(['2026-11-22 09:00', '2026-11-23 09:00', '2026-11-24 09:00']);
  expect(nextTimes('0 9 * * *', 'Asia/Shanghai', from, 1)![0]!.at.toISOString()).toBe('2026-11-22T01:00:00.000Z');
  expect(next('*/20 10-11 * * *')).toEqual(['2026-11-21 10:20', '2026-11-21 10:40', '2026-11-21 11:00']);
});

it('understands names, ranges, the last day, and days beside weekdays', () => {
  expect(next('30 8 * * mon-fri', 'UTC', 2)).toEqual(['2026-11-23 08:30', '2026-11-24 08:30']);
  expect(next('0 0 L * *', 'UTC', 2)).toEqual(['2026-11-30 00:00', '2026-12-31 00:00']);
  expect(next('0 0 25 * sun', 'UTC', 3)).toEqual(['2026-11-22 00:00', '2026-11-25 00:00', '2026-11-29 00:00']);
  expect(next('0 0 29 feb *', 'UTC', 1)).toEqual(['2028-02-29 00:00']);
});

it('leaves out an hour that the clocks leave out', () => {
  expect(next('30 2 * * *', 'Europe/Berlin', 2, new Date('2026-03-28T00:00:00Z'))).toEqual(['2026-03-28 02:30', '2026-03-30 02:30']);
});

it.each(['', '* * * *', '61 * * * *', '5-1 * * * *', '*/0 * * * *', 'a * * * *'])('refuses %j', (expression) => {
  expect(next(expression)).toBeUndefined();
});

it('finds no time for a day that no month has, and no zone that does not exist', () => {
  expect(next('0 0 31 2 *')).toEqual([]);
  expect(next('0 0 * * *', 'Mars/Olympus')).toBeUndefined();
});

it('makes an expression of what was chosen', () => {
  const chosen = { mode: 'visual', visual_config: { time: '09:30 PM', weekdays: ['mon', 'fri'], monthly_days: [1, 'last'], on_minute: 15 } };
  expect(cronOf({ ...chosen, frequency: 'daily' })).toBe('30 21 * * *');
  expect(cronOf({ ...chosen, frequency: 'weekly' })).toBe('30 21 * * mon,fri');
  expect(cronOf({ ...chosen, frequency: 'monthly' })).toBe('30 21 1,L * *');
  expect(cronOf({ ...chosen, frequency: 'hourly' })).toBe('15 * * * *');
  expect([dslTime('00:05'), dslTime('12:00'), clockTime('12:00 AM'), clockTime('12:05 PM')]).toEqual(['12:05 AM', '12:00 PM', '00:00', '12:05']);
});
