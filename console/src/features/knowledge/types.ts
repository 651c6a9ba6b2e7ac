import type { components } from '../../api/schema.gen';

type Schemas = components['schemas'];
type With<T, Changes> = Omit<T, keyof Changes> & Changes;

export type Indexing = Schemas['IndexingMethod'];
export type SearchMethod = NonNullable<Schemas['SearchMethod']>;
export type DocumentStatus = Schemas['DocumentStatus'];
export type KnowledgeDocument = Schemas['Document'];
export type Chunk = Schemas['Chunk'];
export type UploadLimits = Schemas['UploadLimits'];
export type PartsUpload = Schemas['Upload'];
export type BeginUpload = Schemas['BeginUpload'];
export type DuplicateRule = Schemas['DuplicateRule'];
export type DocumentVersion = Schemas['DocumentVersion'];
export type BatchAction = Schemas['BatchAction'];
export type BatchOutcome = Schemas['BatchOutcome'];
export type BatchResult = Schemas['BatchResult'];
export type BaseInsights = Schemas['BaseInsights'];

// What has a default may be left out of a request; an answer always has it.
export type ChunkingSettings = Required<Schemas['ChunkingSettings']>;
export type HybridWeights = Required<Schemas['HybridWeights']>;
export type QueryRewriting = Required<Schemas['QueryRewriting']>;
export type MetadataFilter = Required<Schemas['MetadataFilter']>;
export type ReadingSettings = Required<Schemas['ReadingSettings']>;
export type EnrichmentSettings = Required<Schemas['EnrichmentSettings']>;
export type RetrievalSettings = With<Required<Schemas['RetrievalSettings']>, {
  method: SearchMethod; weights: HybridWeights | null; filters: MetadataFilter | null; rewriting: QueryRewriting | null;
}>;
export type TextRange = Required<Schemas['TextRange']>;

export type KnowledgeBase = With<Schemas['KnowledgeBase'], {
  chunking: ChunkingSettings; retrieval: RetrievalSettings; reading: ReadingSettings; enrichment: EnrichmentSettings;
}>;
export type Passage = With<Schemas['Passage'], { highlight: TextRange }>;
export type RetrievalRecord = With<Schemas['RetrievalRecord'], { highlights: TextRange[]; below_threshold?: boolean }>;
