import { levelIn } from './levelIn';

it.each([
  ['19:41:07 ERROR listen tcp :11434', 'ERROR', 'error'],
  ['2026-11-20T09:14:28 warn: Middeck.Jobs', 'warn', 'warn'],
  ['fail: Middeck.Jobs.Worker[0]', 'fail', 'error'],
  ['2026/11/20 09:00:00 [warn] 7#7: upstream', 'warn', 'warn'],
  ['{"at":"2026","level":"info","text":"x"}', 'info', 'info'],
  ['time=09:00 level=debug msg="no error here"', 'debug', 'debug'],
  ['2026-11-20 LOG:  database system is ready', 'LOG', 'info'],
])('%s', (line, word, level) => {
  const found = levelIn(line)!;

  expect([line.slice(found.start, found.end), found.level]).toEqual([word, level]);
});

it('takes a word of the message for a word', () => {
  expect(levelIn('GET /errors/log 200 in 4 ms, no error')).toBeUndefined();
});
