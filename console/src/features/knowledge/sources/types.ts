import type { components } from '../../../api/schema.gen';

type Schemas = components['schemas'];

export type Source = Schemas['Source'];
export type SourceKind = Schemas['SourceKind'];
export type SourceState = Schemas['SourceState'];
export type SourceSettings = Schemas['SourceSettings'];
export type SourceRun = Schemas['SourceRun'];
export type SyncCounts = Schemas['SyncCounts'];
export type SourceCheck = Schemas['SourceCheck'];
export type CreateSource = Schemas['CreateSource'];
export type UpdateSource = Schemas['UpdateSource'];
export type CheckSource = Schemas['CheckSource'];
