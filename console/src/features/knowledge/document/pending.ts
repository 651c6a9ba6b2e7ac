/** What a model makes of a chunk, or a part that is searched in its place. */
export type ChildKind = 'part' | 'question' | 'summary';

export interface Chunk {
  id: string;
  /** Its place in the document, from 1. */
  position: number;
  content: string;
  answer: string | null;
  keywords: string[];
  heading: string | null;
  place: string | null;
  summary: string | null;
  word_count: number;
  page: number | null;
  enabled: boolean;
  hit_count: number;
  edited: boolean;
  child_count: number;
  children: ChildChunk[] | null;
  /** Null in a base that is searched by words alone. */
  embedding: 'ready' | 'pending' | null;
  created_by: string | null;
  created_at: string;
  updated_at: string;
  disabled_at: string | null;
}

export interface ChildChunk {
  id: string;
  chunk_id: string;
  kind: ChildKind;
  position: number;
  content: string;
  word_count: number;
  edited: boolean;
  created_at: string;
  updated_at: string;
}

/** What is null or left out stays. */
export interface EditChunk {
  content?: string;
  answer?: string;
  keywords?: string[];
  summary?: string;
  enabled?: boolean;
  regenerate_children?: boolean;
  expected_updated_at?: string;
}

export interface NewChunk {
  content: string;
  answer?: string;
  keywords?: string[];
  enabled?: boolean;
}

export type ChunkBatchAction = 'enable' | 'disable' | 'delete';

export interface ChunksChanged {
  changed: number;
  missing: string[];
}

export type MetadataType = 'string' | 'number' | 'time';

export interface MetadataValue {
  /** Null for a built-in field, which nobody writes. */
  id: string | null;
  name: string;
  type: MetadataType;
  /** Text, number, or seconds since 1970; null when the document has none. */
  value: string | number | null;
}

export interface BatchResult {
  results: { id: string; ok: boolean; code: string | null; detail: string | null }[];
}
