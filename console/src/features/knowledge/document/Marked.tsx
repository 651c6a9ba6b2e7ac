import type { TextRange } from '../types';

interface MarkedProps {
  text: string;
  marks: readonly TextRange[];
  outlined?: TextRange;
}

/** A text with ranges marked, and one outlined; they may overlap. */
export function Marked({ text, marks, outlined }: MarkedProps) {
  const all = outlined ? [...marks, outlined] : marks;
  const borders = [...new Set([0, text.length, ...all.flatMap(({ start, length }) => [start, start + length])])]
    .filter((at) => at >= 0 && at <= text.length).toSorted((one, other) => one - other);
  const isIn = (range: TextRange | undefined, at: number) =>
    range !== undefined && at >= range.start && at < range.start + range.length;

  return borders.slice(0, -1).map((from, index) => {
    const part = text.slice(from, borders[index + 1]);
    const hovered = isIn(outlined, from) || undefined;
    if (marks.some((range) => isIn(range, from))) return <mark key={from} data-hovered={hovered}>{part}</mark>;
    return <span key={from} data-hovered={hovered}>{part}</span>;
  });
}
