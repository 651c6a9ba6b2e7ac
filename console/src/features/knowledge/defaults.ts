import type { ChunkingSettings, RetrievalSettings } from './types';

/** What a new base cuts by unless somebody says otherwise; the server has the same. */
export const defaultChunking: ChunkingSettings = {
  mode: 'general',
  separator: '\\n\\n',
  max_length: 500,
  overlap: 50,
  remove_extra_spaces: true,
  remove_urls_emails: false,
};

/** What a new base is searched by unless somebody says otherwise; the server has the same. */
export const defaultRetrieval: RetrievalSettings = {
  method: 'hybrid_search',
  top_k: 4,
  score_threshold: null,
  rerank: false,
  rerank_model: null,
};
