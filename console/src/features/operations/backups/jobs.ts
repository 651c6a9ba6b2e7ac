import { queryOptions, useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../../api/client';
import { useIsPainted } from '../../../api/firstPaint';
import { useLive } from '../../../api/live';
import { useCan, useWorkspaceId } from '../../../api/queries';
import type { components } from '../../../api/schema.gen';
import type { Page } from '../../../api/types';
import { backupsQuery } from '../queries';

export type Job = components['schemas']['Job'];

const kinds = ['operations.backup', 'operations.verify', 'operations.drill'] as const;
const recently = 86_400_000;
export const isUnderWay = ({ state }: Job): boolean => state === 'waiting' || state === 'running';

const latestQuery = (ws: string, kind: string) => queryOptions({
  queryKey: ['jobs', ws, 'operations', kind],
  queryFn: async ({ signal }) => (await api.get<Page<Job>>('/api/v1/jobs', { signal, query: { kind, limit: 5 } })).data,
  refetchInterval: ({ state: { data } }) => (data?.some(isUnderWay) ? 2000 : false),
});

/** The work on backups that is under way, and the last of each kind if it failed within a day. */
export function useBackupJobs(): Job[] {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const isPainted = useIsPainted();
  const mayRead = useCan('jobs.read');
  const { shown, active } = useQueries({
    queries: kinds.map((kind) => ({ ...latestQuery(ws, kind), enabled: isPainted && mayRead })),
    combine: (results) => {
      const jobs = results.flatMap(({ data = [], dataUpdatedAt }) => data.filter((job, at) => isUnderWay(job)
        || (at === 0 && job.state === 'failed' && dataUpdatedAt - Date.parse(job.finished_at ?? job.created_at) < recently)));
      return { shown: jobs, active: jobs.filter(isUnderWay).map(({ id }) => id).join() };
    },
  });

  const asking = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A job tells its progress several times a second.
  useLive('jobs', () => {
    asking.current ??= setTimeout(() => {
      asking.current = undefined;
      void cache.invalidateQueries({ queryKey: ['jobs', ws, 'operations'] });
    }, 500);
  });
  // What ended has made, checked or tried a backup.
  const before = useRef(active);
  useEffect(() => {
    if (before.current === active) return;
    before.current = active;
    void cache.invalidateQueries({ queryKey: backupsQuery.queryKey });
  }, [active, cache]);
  return shown;
}

/** Begins a backup, a check or a drill, as a job. */
export function useBackupActs() {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const changed = () => cache.invalidateQueries({ queryKey: ['jobs', ws, 'operations'] });
  const begin = useMutation({
    mutationFn: (path: string) => api.post<{ job_id: string }>(`/api/v1/admin/backups${path}`),
    onSettled: changed,
  });
  const cancel = useMutation({ mutationFn: (id: string) => api.post(`/api/v1/jobs/${id}/cancel`), onSettled: changed });
  return {
    create: () => begin.mutate(''),
    verify: (name: string) => begin.mutate(`/${encodeURIComponent(name)}/verify`),
    drill: (name: string) => begin.mutate(`/${encodeURIComponent(name)}/drill`),
    cancel: (id: string) => cancel.mutate(id),
    isBeginning: begin.isPending,
    hasBegun: begin.isSuccess,
    failure: begin.error ?? cancel.error,
  };
}
