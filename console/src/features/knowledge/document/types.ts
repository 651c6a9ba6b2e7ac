import type { components } from '../../../api/schema.gen';

type Schemas = components['schemas'];

// An answer always has what a request may leave out.
export type Chunk = Required<Schemas['Chunk']>;
export type ChildChunk = Schemas['ChildChunk'];
export type EditChunk = Schemas['EditChunk'];
export type NewChunk = Schemas['NewChunk'];
export type ChunkBatchAction = Schemas['ChunkBatchAction'];
export type ChunksChanged = Schemas['ChunksChanged'];
export type ChunkingPreview = Schemas['ChunkingPreview'];
export type RechunkedDocument = Schemas['RechunkedDocument'];
export type BatchResult = Schemas['BatchResult'];

/** `value`: text, number, or seconds since 1970; null when the document has none. */
export type MetadataValue = Omit<Schemas['MetadataValue'], 'value'> & { value: string | number | null };
