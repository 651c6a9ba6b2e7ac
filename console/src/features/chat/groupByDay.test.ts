import { groupByDay } from './groupByDay';

it('groups by the days of the reader', () => {
  const now = new Date(2026, 10, 20, 0, 30);
  const at = (hours: number) => ({ updated_at: new Date(now.getTime() - hours * 3_600_000).toISOString() });

  const groups = groupByDay([at(0), at(1), at(26), at(24 * 6), at(24 * 20)], now);

  expect(groups.map(([group, members]) => [group, members.length])).toEqual([
    ['today', 1], ['yesterday', 1], ['week', 2], ['older', 1],
  ]);
});
