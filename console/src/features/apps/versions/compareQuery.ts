import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import type { components } from '../../../api/schema.gen';

type JsonChange = components['schemas']['JsonChange'];

/** One place where two configurations differ. */
export type Change = Omit<JsonChange, 'before' | 'after'> & { before: unknown; after: unknown };

/** Where two sides of an app differ; each is `draft` or a version's number. */
export const compareQuery = (ws: string, app: string, from: string, to: string) => queryOptions({
  queryKey: ['apps', ws, 'diff', app, from, to],
  queryFn: ({ signal }) => api.get<Change[]>(`/api/v1/apps/${app}/diff`, { signal, query: { from, to } }),
  // A draft changes with every key; two versions never do.
  staleTime: from === 'draft' || to === 'draft' ? 0 : Number.POSITIVE_INFINITY,
  gcTime: 0,
});

/** The part of the configuration that a path lies in: `model` of `model.completion_params.top_p`. */
export const partOf = (path: string): string => /^[^.[]+/.exec(path)?.[0] ?? '';

/** The rest of a path within its part; empty for the part itself. */
export const restOf = (path: string): string => path.slice(partOf(path).length).replace(/^\./, '');

/** A value in words: text as it is, everything else as JSON; nothing for what is not there. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
