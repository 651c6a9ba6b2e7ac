import { matchScore } from './matchScore';
import { initials } from './pinyin';

it.each([
  ['华东设计院', 'hdsjy'],
  ['消防规范', 'xfgf'],
  ['知识库', 'zsk'],
  ['供应商', 'gys'],
  ['应用', 'yy'],
  ['安全防范', 'aqff'],
  ['二维', 'ew'],
  ['GB 50116 火灾', 'g50116hz'],
  ['Members & roles', 'mr'],
])('knows %s by %s', (text, letters) => {
  expect(initials(text)).toBe(letters);
});

it('finds by pinyin initials what does not hold the letters', () => {
  expect(matchScore('hdsjy', '华东设计院')).toBeGreaterThan(0);
  expect(matchScore('hdx', '华东设计院')).toBe(0);
});

it('puts a beginning before an inside and both before initials', () => {
  const scores = [matchScore('kn', 'Knowledge'), matchScore('kn', 'My knowledge'), matchScore('kn', 'Key numbers')];
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(new Set(scores).size).toBe(3);
});
