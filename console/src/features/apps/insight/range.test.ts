import { rangeOf, zoneOf } from './range';

it('asks for whole days, today among them', () => {
  expect(rangeOf(new Date(2026, 10, 21, 9), 7)).toMatchObject({ from: '2026-11-15', to: '2026-11-21' });
});

it.each([[480, '+08:00'], [-210, '-03:30'], [345, '+05:30'], [0, '+00:00']])('writes %d minutes as %s', (minutes, zone) => {
  expect(zoneOf(minutes)).toBe(zone);
});
