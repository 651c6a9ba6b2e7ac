import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { BackupList, Environment, Port, Report, ServiceList, ServiceLog } from './types';

const admin = '/api/v1/admin';

export const servicePath = (name: string) => `${admin}/services/${encodeURIComponent(name)}`;

export const servicesQuery = queryOptions({
  queryKey: ['operations', 'services'],
  queryFn: ({ signal }) => api.get<ServiceList>(`${admin}/services`, { signal }),
});

/** The last lines that a service wrote. */
export const logQuery = (name: string, lines: number) => queryOptions({
  queryKey: ['operations', 'log', name, lines],
  queryFn: ({ signal }) => api.get<ServiceLog>(`${servicePath(name)}/log`, { signal, query: { lines } }),
});

/** A check-up of the whole installation: made when asked for, and not kept. */
export const doctorQuery = queryOptions({
  queryKey: ['operations', 'doctor'],
  queryFn: async ({ signal }) => (await api.post<{ reports: Report[] }>(`${admin}/doctor`, undefined, { signal })).reports,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});

export const portsQuery = queryOptions({
  queryKey: ['operations', 'ports'],
  queryFn: async ({ signal }) => (await api.get<{ data: Port[] }>(`${admin}/ports`, { signal })).data,
});

export const environmentQuery = queryOptions({
  queryKey: ['operations', 'environment'],
  queryFn: ({ signal }) => api.get<Environment>(`${admin}/environment`, { signal }),
});

export const backupsQuery = queryOptions({
  queryKey: ['operations', 'backups'],
  queryFn: ({ signal }) => api.get<BackupList>(`${admin}/backups`, { signal }),
});
