import { render } from '@testing-library/react';
import { Marked } from './Marked';

const parts = (text: string, marks: [number, number][], outlined?: [number, number]) => {
  const range = ([start, length]: [number, number]) => ({ start, length });
  const { container } = render(<Marked text={text} marks={marks.map(range)} outlined={outlined && range(outlined)} />);
  return [...container.children].map((part) => `${part.tagName === 'MARK' ? '*' : ''}${part.hasAttribute('data-hovered') ? '_' : ''}${part.textContent}`);
};

it('marks what is named and keeps every letter', () => {
  expect(parts('fire detectors in corridors', [[5, 9], [18, 9]])).toEqual(['fire ', '*detectors', ' in ', '*corridors']);
});

it('lets an outline overlap a mark', () => {
  expect(parts('abcdef', [[1, 3]], [2, 4])).toEqual(['a', '*b', '*_cd', '_ef']);
});

it('leaves out what lies beyond the text', () => {
  expect(parts('abc', [[2, 9]])).toEqual(['ab', '*c']);
});
