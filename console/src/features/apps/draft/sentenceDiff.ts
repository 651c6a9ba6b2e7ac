export interface DiffPart {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

/** The difference of two texts by sentence: prompts are read in sentences, not in characters. */
export function sentenceDiff(before: string, after: string): DiffPart[] {
  const [left, right] = [sentences(before), sentences(after)];
  const common = lengths(left, right);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      parts.push({ text: left[i++]!, kind: 'same' });
      j++;
    } else if (j >= right.length || (i < left.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      parts.push({ text: left[i++]!, kind: 'removed' });
    } else {
      parts.push({ text: right[j++]!, kind: 'added' });
    }
  }
  return parts;
}

function sentences(text: string): string[] {
  return text.match(/\n|[^\n]*?(?:[。！？!?]+|\.(?=\s|$)|(?=\n|$))/g)?.filter((part) => part !== '') ?? [];
}

// The longest common run of sentences from each pair of places on.
function lengths(left: readonly string[], right: readonly string[]): number[][] {
  const table = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      table[i]![j] = left[i] === right[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}
