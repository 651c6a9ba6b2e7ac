import { sentenceDiff } from './sentenceDiff';

const short = (before: string, after: string) =>
  sentenceDiff(before, after).map(({ text, kind }) => `${{ same: '=', added: '+', removed: '-' }[kind]}${text}`);

it('compares by sentence, in both scripts', () => {
  expect(short('先给结论。再给理由。', '先给结论。简短。再给理由。')).toEqual(['=先给结论。', '+简短。', '=再给理由。']);
  expect(short('Say it. At 0.5 m.', 'Say it. At 0.6 m.')).toEqual(['=Say it.', '- At 0.5 m.', '+ At 0.6 m.']);
});

it('does not take a new line for a changed one', () => {
  expect(short('One.', 'One.\n\nTwo.')).toEqual(['=One.', '+\n', '+\n', '+Two.']);
});
