import type { RetrievalRecord } from '../types';
import type { ListPlace } from './types';

/** The best score of each list over all passages: what a full bar is worth. */
export function topScores(records: readonly RetrievalRecord[]): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  for (const { list, score } of records.flatMap(({ explanation }) => explanation?.places ?? [])) {
    tops.set(list, Math.max(tops.get(list) ?? 0, score));
  }
  return tops;
}

/** How many places the rerank model moved a passage up (positive) or down; undefined when it did not order the list. */
export function movedBy(places: readonly ListPlace[]): number | undefined {
  const after = places.findLast(({ list }) => list === 'reranked');
  const before = places.findLast(({ list }) => list === 'fused') ?? places.find(({ list }) => list !== 'reranked');
  return after && before ? before.rank - after.rank : undefined;
}
