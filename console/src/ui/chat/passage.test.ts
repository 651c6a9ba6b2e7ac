import { findPassage, paragraphsOf } from './passage';

const text = 'One.\nTwo is long.\n\nThree.';

it('marks a passage over several paragraphs', () => {
  const range = findPassage(text, { start: 9, length: 12 }, '');

  expect(paragraphsOf(text, range)).toEqual([
    { before: 'One.', marked: '', after: '' },
    { before: 'Two ', marked: 'is long.', after: '' },
    { before: '', marked: 'Th', after: 'ree.' },
  ]);
});

it('finds the words when the server does not say where they stand', () => {
  expect(findPassage(text, null, ' Three. ')).toEqual({ start: 19, length: 6 });
  expect(findPassage(text, { start: 20, length: 99 }, 'gone')).toBeUndefined();
});
