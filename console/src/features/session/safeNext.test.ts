import { safeNext } from './safeNext';

it('goes on to a page of this console', () => {
  expect(safeNext('/w/1/apps?q=x')).toBe('/w/1/apps?q=x');
});

it.each([null, '', '//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/login?next=/'])(
  'goes to the start instead of %s',
  (next) => {
    expect(safeNext(next)).toBe('/');
  },
);
