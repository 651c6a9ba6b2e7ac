import type { TextRange } from '../types';

interface MarkedProps {
  text: string;
  marks: readonly TextRange[];
  outlined?: TextRange;
  /** Where further parts begin and end: each part says in `data-start` where it stands in the text. */
  borders?: readonly number[];
}

/** A text with ranges marked, and one outlined; they may overlap. */
export function Marked({ text, marks, outlined, borders = [] }: MarkedProps) {
  const all = outlined ? [...marks, outlined] : marks;
  const cuts = [...new Set([0, text.length, ...borders, ...all.flatMap(({ start, length }) => [start, start + length])])]
    .filter((at) => at >= 0 && at <= text.length).toSorted((one, other) => one - other);
  const isIn = (range: TextRange | undefined, at: number) =>
    range !== undefined && at >= range.start && at < range.start + range.length;

  return cuts.slice(0, -1).map((from, index) => {
    const Part = marks.some((range) => isIn(range, from)) ? 'mark' : 'span';
    return (
      <Part key={from} data-start={from} data-hovered={isIn(outlined, from) || undefined}>{text.slice(from, cuts[index + 1])}</Part>
    );
  });
}
