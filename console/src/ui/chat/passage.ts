/** A paragraph of a document, cut where the passage begins and ends. */
export interface Paragraph {
  before: string;
  /** Empty when the passage is not in this paragraph. */
  marked: string;
  after: string;
}

interface Range {
  start: number;
  length: number;
}

/** Where the cited passage stands in the text: as the server says, else where its words are found, else nowhere. */
export function findPassage(text: string, highlight: Range | null | undefined, content: string): Range | undefined {
  if (highlight && highlight.length > 0 && highlight.start >= 0 && highlight.start + highlight.length <= text.length) {
    return highlight;
  }
  const words = content.trim();
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? undefined : { start, length: words.length };
}

/** The paragraphs of a text, with the passage marked. */
export function paragraphsOf(text: string, passage: Range | undefined): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const from = passage?.start ?? 0;
  const to = passage ? passage.start + passage.length : 0;
  let at = 0;
  for (const line of text.split('\n')) {
    const [start, end] = [clamp(from - at, line.length), clamp(to - at, line.length)];
    if (line.trim() !== '') {
      paragraphs.push({ before: line.slice(0, start), marked: line.slice(start, end), after: line.slice(end) });
    }
    at += line.length + 1;
  }
  return paragraphs;
}

const clamp = (value: number, length: number) => Math.min(Math.max(value, 0), length);
