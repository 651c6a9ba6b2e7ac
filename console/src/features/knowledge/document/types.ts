import type { components } from '../../../api/schema.gen';

type Schemas = components['schemas'];

export type ChunkingPreview = Schemas['ChunkingPreview'];
export type PreviewedChunk = Schemas['PreviewedChunk'];
export type DocumentVersion = Schemas['DocumentVersion'];
export type RechunkedDocument = Schemas['RechunkedDocument'];
