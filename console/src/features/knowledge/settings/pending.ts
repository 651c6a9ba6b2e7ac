/** A word that knowledge bases of the workspace are told apart by. */
export interface KnowledgeTag {
  id: string;
  name: string;
  binding_count: number;
}

export interface TagName {
  id: string;
  name: string;
}

/** What hangs on a base, as the base itself says it. */
export interface BaseLinks {
  tags: TagName[];
  app_count: number;
}

export type MetadataType = 'string' | 'number' | 'time';

export interface MetadataField {
  id: string;
  name: string;
  type: MetadataType;
  value_count: number;
  created_at: string;
}

export interface MetadataFields {
  fields: MetadataField[];
  built_in_enabled: boolean;
  built_in: { name: string; type: MetadataType }[];
}

export interface BaseUsage {
  apps: { id: string; name: string; mode: string; in_draft: boolean; in_published: boolean }[];
  app_count: number;
  document_count: number;
  chunk_count: number;
}

export interface ImportStarted {
  knowledge_base_id: string;
  job_id: string;
}
