import type { ChunkingSettings, RetrievalSettings } from './types';

/** What a new base cuts by unless somebody says otherwise; the server has the same. */
export const defaultChunking: ChunkingSettings = {
  mode: 'general',
  separator: '\\n\\n',
  max_length: 500,
  overlap: 50,
  remove_extra_spaces: true,
  remove_urls_emails: false,
  parent_mode: 'paragraph',
  child_separator: '\\n',
  child_max_length: 200,
  child_overlap: 0,
  qa_language: null,
};

/** What a new base is searched by unless somebody says otherwise; the server has the same. */
export const defaultRetrieval: RetrievalSettings = {
  method: 'hybrid_search',
  top_k: 4,
  score_threshold: null,
  reranking_mode: 'reciprocal_rank_fusion',
  weights: null,
  rerank: false,
  rerank_model: null,
  neighbours: 0,
  filters: null,
  rewriting: null,
};
