import type { components } from '../../../api/schema.gen';

type Schemas = components['schemas'];

export type KnowledgeTag = Schemas['KnowledgeTag'];
export type TagName = Schemas['TagName'];
export type MetadataType = Schemas['MetadataType'];
export type MetadataField = Schemas['MetadataField'];
export type MetadataFields = Schemas['MetadataFields'];
export type BaseUsage = Schemas['BaseUsage'];
export type ImportStarted = Schemas['ImportStarted'];
