import type { TextRange } from '../types';
import type { Chunk } from './types';

/** Where a chunk stands in a part of the text. */
export interface ChunkPlace {
  chunk: Chunk;
  range: TextRange;
}

/** A part of the text holds only so many chunks around the chosen one. */
const around = 40;

/**
 * Where the chunks around the chosen one stand in a part of the text. Chunks do not say so; their text does, and of several places
 * the one nearest to what is marked is meant. Those that were edited are not found.
 */
export function placesOf(text: string, rows: readonly Chunk[], chosen: string, highlight: TextRange): ChunkPlace[] {
  const at = Math.max(0, rows.findIndex(({ id }) => id === chosen));
  return rows.slice(Math.max(0, at - around), at + around).flatMap((chunk) => {
    const range = chunk.id === chosen ? highlight : nearest(text, chunk.content, highlight.start);
    return range ? [{ chunk, range }] : [];
  });
}

function nearest(text: string, content: string, near: number): TextRange | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(content); at >= 0; at = text.indexOf(content, at + 1)) {
    if (best === undefined || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best === undefined ? undefined : { start: best, length: content.length };
}
