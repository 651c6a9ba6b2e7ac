import type { components } from '../../../api/schema.gen';
import type { RetrievalSettings } from '../types';

type Schemas = components['schemas'];

export type TestCase = Omit<Schemas['TestCase'], 'expected'> & { expected: Required<Schemas['ExpectedPassage']>[] };
export type SaveTestCase = Schemas['SaveTestCase'];
export type EvaluationSummary = Omit<Schemas['EvaluationSummary'], 'settings'> & { settings: RetrievalSettings };
export type EvaluationDetail = Schemas['EvaluationDetail'];
export type CaseChange = Schemas['CaseChange'];

/** One choice of settings to be tried. */
export interface Variant {
  label: string;
  retrieval: RetrievalSettings;
}
