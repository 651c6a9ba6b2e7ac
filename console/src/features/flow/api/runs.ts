import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { pagesQuery } from '../../../api/queries';
import { eventStream } from '../../../api/eventStream';
import { Problem } from '../../../api/problem';
import type { Page } from '../../../api/types';
import type { FormMail, KeptRun, ListedRun, RunEvent } from './runTypes';

export const runsPath = (app: string): string => `/api/v1/apps/${app}/workflow-runs`;

export interface RunFilter {
  status: string;
  words?: string;
}

export const runsKey = (ws: string, app: string) => ['apps', ws, 'workflow-runs', app] as const;

export const runsQuery = (ws: string, app: string, filter: RunFilter) =>
  pagesQuery<ListedRun>([...runsKey(ws, app), 'list', filter], runsPath(app), { limit: 50, ...filter });

export const runQuery = (ws: string, app: string, run: string | undefined) => queryOptions({
  queryKey: [...runsKey(ws, app), 'run', run],
  queryFn: ({ signal }) => api.get<KeptRun>(`${runsPath(app)}/${run}`, { signal }),
  enabled: run !== undefined,
});

/** The mails about a form; asked again while one of them is on its way. */
export const formMailsQuery = (ws: string, app: string, run: string | undefined, form: string) => queryOptions({
  queryKey: [...runsKey(ws, app), 'mails', run, form],
  queryFn: async ({ signal }): Promise<readonly FormMail[]> => {
    const { forms } = await api.get<KeptRun>(`${runsPath(app)}/${run}`, { signal });
    return forms.find(({ id }) => id === form)?.mails ?? [];
  },
  enabled: run !== undefined,
  refetchInterval: ({ state }) => (state.data?.some((mail) => mail.state === 'waiting') ? 5_000 : false),
});

/** The newest run that went through a node, or through the whole graph, with everything that went in and came out. */
export const lastRunQuery = (ws: string, app: string, node?: string) => queryOptions({
  queryKey: [...runsKey(ws, app), 'last', node ?? null],
  queryFn: async ({ signal }) => {
    const page = await api.get<Page<ListedRun>>(runsPath(app), { signal, query: { limit: 20 } });
    const newest = page.data.find(({ node_id }) => node_id === null || node_id === node);
    return newest ? api.get<KeptRun>(`${runsPath(app)}/${newest.id}`, { signal }) : null;
  },
});

export const stopRun = (app: string, run: string) => api.post(`${runsPath(app)}/${run}/stop`);

export const answerForm = (app: string, run: string, form: string, answer: { action: string; inputs: Record<string, unknown> }) =>
  api.post(`${runsPath(app)}/${run}/forms/${form}`, answer);

/** Runs the same once more; gives the name of the new run, which goes on by itself. */
export async function restartRun(app: string, run: string): Promise<string> {
  for await (const { data } of eventStream(`${runsPath(app)}/${run}/restart`, { body: {} })) {
    const { workflow_run_id: id } = JSON.parse(data) as RunEvent;
    if (id) return id;
  }
  throw new Problem(0, { code: 'client.stream_broken' });
}
