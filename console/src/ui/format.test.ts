import { prepareWords } from '../testing/render';
import { bigCount, bytes, count, duration, listTime, money, percent, relativeTime } from './format';

const now = new Date(2026, 10, 20, 19, 42);
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('in English', () => {
  beforeAll(() => prepareWords([], 'en'));

  it('counts', () => {
    expect([count(24961), bigCount(192_000_000), bigCount(24961), count(null)]).toEqual(['24,961', '192 M', '24,961', '–']);
  });

  it('tells sizes, shares and money', () => {
    expect([bytes(812 * 1024), bytes(4.2 * 1024 ** 2), bytes(96), percent(0.0324)]).toEqual(['812 KB', '4.2 MB', '96 B', '3.2 %']);
    expect([money('4182.36', 'CNY'), money('0.0031', 'USD'), money('0', 'USD')]).toEqual(['¥4,182.36', '$0.0031', '$0.00']);
  });

  it('tells durations', () => {
    expect([0.038, 0.42, 3.1, 80, 1_051_200].map(duration)).toEqual(['38 ms', '0.42 s', '3.1 s', '1 min 20 s', '12 d 4 h']);
  });

  it('tells times, relative ones only of the last day', () => {
    expect([relativeTime(ago(0), now), relativeTime(ago(12), now), relativeTime(ago(180), now)]).toEqual(['just now', '12 min ago', '3 h ago']);
    expect(relativeTime(new Date(2026, 10, 18, 9, 14), now)).toBe('11-18 09:14');
    expect(listTime(new Date(2025, 10, 18), now)).toBe('2025-11-18');
  });
});

it('counts by ten thousands in Chinese', async () => {
  await prepareWords([], 'zh-CN');

  expect([bigCount(192_000_000), bigCount(43_100_000), duration(80)]).toEqual(['1.92 亿', '4,310 万', '1 分 20 秒']);
});
