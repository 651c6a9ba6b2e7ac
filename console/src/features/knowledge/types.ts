export interface ChunkingSettings {
  mode: string;
  separator: string;
  /** Characters. */
  max_length: number;
  /** Characters. */
  overlap: number;
  remove_extra_spaces: boolean;
  remove_urls_emails: boolean;
}

export type SearchMethod = 'hybrid_search' | 'semantic_search' | 'full_text_search' | 'keyword_search';

export interface RetrievalSettings {
  method: SearchMethod;
  top_k: number;
  /** 0 to 1; null for none. */
  score_threshold: number | null;
  rerank: boolean;
  /** `provider/model`; null for the workspace's default. */
  rerank_model: string | null;
}

export type Indexing = 'high_quality' | 'economy';

export interface KnowledgeBase {
  id: string;
  name: string;
  description: string;
  indexing: Indexing;
  chunking: ChunkingSettings;
  embedding_model: string | null;
  retrieval: RetrievalSettings;
  document_count: number;
  chunk_count: number;
  character_count: number;
  failed_count: number;
  processing_count: number;
  created_at: string;
  updated_at: string;
}

export type DocumentStatus =
  'waiting' | 'parsing' | 'cleaning' | 'splitting' | 'indexing' | 'completed' | 'error' | 'paused' | 'cancelled';

export interface KnowledgeDocument {
  id: string;
  knowledge_base_id: string;
  name: string;
  size: number;
  mime_type: string;
  status: DocumentStatus;
  /** 0 to 1. */
  progress: number;
  /** The counted fact of the present stage: `indexing 248/400`. */
  fact: string | null;
  error: string | null;
  enabled: boolean;
  chunk_count: number;
  character_count: number;
  page_count: number | null;
  hit_count: number;
  created_at: string;
  updated_at: string;
}

export interface Chunk {
  id: string;
  /** From 1. */
  position: number;
  content: string;
  word_count: number;
  page: number | null;
  enabled: boolean;
  hit_count: number;
}

/** A part of a text, in UTF-16 units. */
export interface TextRange {
  start: number;
  length: number;
}

/** The text around a chunk. */
export interface Passage {
  text: string;
  /** Where `text` begins in the whole. */
  offset: number;
  /** Characters of the whole. */
  total: number;
  /** The chunk, counted from the beginning of `text`. */
  highlight: TextRange;
}

export interface RetrievalRecord {
  content: string;
  /** 0 to 1. */
  score: number;
  document: { id: string; name: string };
  chunk: { id: string; position: number; page: number | null };
  highlights: TextRange[];
}

export interface UploadLimits {
  max_bytes: number;
  /** Lower case, without the dot. */
  extensions: string[];
}
