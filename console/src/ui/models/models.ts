import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';

export type ModelType = 'llm' | 'embedding' | 'rerank' | 'speech_to_text' | 'text_to_speech' | 'image' | 'moderation';

/** A model that can be chosen in this workspace. */
export interface Model {
  /** `provider/model`. */
  id: string;
  provider: string;
  name: string;
  type: ModelType;
  /** Tokens. */
  context_length: number | null;
}

/** The models of a type that the workspace can call. */
export const modelsQuery = (ws: string, type: ModelType) => queryOptions({
  queryKey: ['models', ws, type],
  queryFn: async ({ signal }) =>
    (await api.get<{ data: Model[] }>('/api/v1/models', { signal, query: { type } })).data,
});
