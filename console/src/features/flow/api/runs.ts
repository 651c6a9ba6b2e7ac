import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery } from '../../../api/queries';
import type { KeptRun, ListedRun } from './runTypes';

export const runsPath = (app: string): string => `/api/v1/apps/${app}/workflow-runs`;

export interface RunFilter {
  status: string;
  trigger?: string;
}

export const runsKey = (ws: string, app: string) => ['apps', ws, 'workflow-runs', app] as const;

export const runsQuery = (ws: string, app: string, filter: RunFilter) =>
  pagesQuery<ListedRun>([...runsKey(ws, app), 'list', filter], runsPath(app), { limit: 50, ...filter });

export const runQuery = (ws: string, app: string, run: string | undefined) => queryOptions({
  queryKey: [...runsKey(ws, app), 'run', run],
  queryFn: ({ signal }) => api.get<KeptRun>(`${runsPath(app)}/${run}`, { signal }),
  enabled: run !== undefined,
});

/** The newest run of the app, or of one of its nodes, with everything that went in and came out. */
export const lastRunQuery = (ws: string, app: string, node?: string) => queryOptions({
  queryKey: [...runsKey(ws, app), 'last', node ?? null],
  queryFn: async ({ signal }) => {
    const page = await api.get<{ data: ListedRun[] }>(runsPath(app), { signal, query: { limit: 1, node_id: node } });
    const newest = page.data[0];
    return newest ? api.get<KeptRun>(`${runsPath(app)}/${newest.id}`, { signal }) : null;
  },
});

export const stopRun = (app: string, run: string) => api.post(`${runsPath(app)}/${run}/stop`);

export const answerForm = (app: string, run: string, form: string, answer: { action: string; inputs: Record<string, unknown> }) =>
  api.post(`${runsPath(app)}/${run}/forms/${form}`, answer);

export const restartRun = (app: string, run: string) => api.post<{ id: string }>(`${runsPath(app)}/${run}/restart`);
