import { searchMethods } from '../settings/searchMethods';
import type { Indexing, RetrievalSettings } from '../types';
import type { Variant } from './types';

/** What a comparison begins with: the base as it is, and every other way to search it. */
export function startingVariants(own: RetrievalSettings, indexing: Indexing, word: (key: string) => string): Variant[] {
  const present = { label: word('own'), retrieval: own };
  if (indexing === 'economy') return [present, { label: word('knowledge:field.rerank'), retrieval: { ...own, rerank: true } }];
  const others = searchMethods.filter((method) => method !== own.method)
    .map((method) => ({ label: word(`knowledge:method.${method}`), retrieval: { ...own, method } }));
  return [present, ...others];
}
