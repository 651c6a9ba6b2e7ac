import type { ChunkingSettings, EnrichmentSettings, Indexing, ReadingSettings, RetrievalSettings } from '../types';

/** What the drawer asks for. */
export interface NewBase {
  name: string;
  description?: string;
  /** Documents of its own, or the knowledge behind an external API. */
  kind: 'own' | 'external';
  indexing: Indexing;
  chunking: ChunkingSettings;
  reading: ReadingSettings;
  enrichment: EnrichmentSettings;
  embedding_model?: string | null;
  retrieval: RetrievalSettings;
  external_api_id?: string;
  external_knowledge_id?: string;
}

/** What the server wants to know of a new base: fields of the other kind, and of vectors where there are none, are left out. */
export function forServer({ kind, ...values }: NewBase): Partial<NewBase> {
  const { name, description, indexing, external_api_id, external_knowledge_id, embedding_model, ...own } = values;
  if (kind === 'external') return { name, description, external_api_id, external_knowledge_id, retrieval: values.retrieval };
  return indexing === 'high_quality'
    ? { name, description, indexing, embedding_model, ...own }
    // Without vectors there is only one way to search.
    : { name, description, indexing, ...own, retrieval: { ...values.retrieval, method: 'keyword_search' } };
}
