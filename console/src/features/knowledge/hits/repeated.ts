import type { RetrievalSettings } from '../types';
import type { AskedQuery, HitQuestion } from './types';

/** A question of the log as it was asked; what it left to the base is as the base says now. */
export function repeated({ content, settings }: AskedQuery, own: RetrievalSettings): HitQuestion {
  return {
    query: content,
    retrieval: {
      ...own,
      method: settings.method ?? own.method,
      top_k: settings.top_k ?? own.top_k,
      score_threshold: settings.score_threshold,
      rerank: settings.rerank ?? own.rerank,
    },
  };
}
