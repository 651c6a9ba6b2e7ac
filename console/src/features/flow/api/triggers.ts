import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { eventStream } from '../../../api/eventStream';
import type { components } from '../../../api/schema.gen';

export type Trigger = components['schemas']['TriggerInfo'];

const triggersPath = (app: string): string => `/api/v1/apps/${app}/triggers`;

/** What begins runs of an app by itself. Publishing changes it, so the live version is part of its name. */
export const triggersQuery = (ws: string, app: string, version: number | null, save: () => Promise<void>) => queryOptions({
  queryKey: ['apps', ws, 'triggers', app, version],
  queryFn: async ({ signal }) => {
    // The server knows the triggers of what is saved.
    await save();
    return (await api.get<{ data: Trigger[] }>(triggersPath(app), { signal })).data;
  },
  staleTime: 0,
});

export const switchTrigger = (app: string, trigger: string, enabled: boolean) =>
  api.patch<Trigger>(`${triggersPath(app)}/${trigger}`, { enabled });

/** Lets calls of the debug address run the draft, as long as it is listened to; gives the run of each call. */
export async function* callsOf(app: string, trigger: string, signal: AbortSignal): AsyncGenerator<string> {
  for await (const { data } of eventStream(`${triggersPath(app)}/${trigger}/listen`, { signal })) {
    const { event, data: told } = JSON.parse(data) as { event: string; data?: { workflow_run_id?: string } };
    if (event === 'triggered' && told?.workflow_run_id) yield told.workflow_run_id;
  }
}
