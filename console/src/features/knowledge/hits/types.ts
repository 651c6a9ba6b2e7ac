import type { components } from '../../../api/schema.gen';
import type { RetrievalRecord, RetrievalSettings } from '../types';

type Schemas = components['schemas'];

export type RetrievalResult = Omit<Schemas['RetrievalResult'], 'records'> & { records: RetrievalRecord[] };
export type SearchExplanation = NonNullable<Schemas['SearchExplanation']>;
export type ListPlace = Schemas['ListPlace'];
export type AskedQuery = Schemas['AskedQuery'];

/** A question with everything that it is searched by. */
export interface HitQuestion {
  query: string;
  retrieval: RetrievalSettings;
}
