import type { TFunction } from 'i18next';
import { bytes, count, duration, percent } from '../../../ui/format';
import type { Column } from '../../../ui/table/Column';
import type { Service } from '../types';
import { ServiceState } from './ServiceState';

/** The columns of the services; `now` is when they were read, in milliseconds. */
export const serviceColumns = (t: TFunction<'operations'>, now: number): Column<Service>[] => [
  {
    key: 'name', title: t('service.name'), width: 220,
    render: ({ name, kind, description }) => <><strong>{name}</strong><small>{description || t(`service.kind.${kind}`)}</small></>,
  },
  {
    key: 'state', title: t('service.state'),
    render: (service) => (
      <>
        <ServiceState service={service} />
        {service.health_problem && <small title={service.health_problem}>{service.health_problem}</small>}
      </>
    ),
  },
  {
    key: 'ports', title: t('service.port'), width: 90, numeric: true,
    render: ({ ports }) => (ports.length > 0 ? <span className="md-mono">{ports.join(', ')}</span> : '–'),
  },
  { key: 'cpu', title: t('service.cpu'), width: 80, numeric: true, render: ({ cpu_percent }) => percent(cpu_percent === null ? null : cpu_percent / 100) },
  { key: 'memory', title: t('service.memory'), width: 90, numeric: true, render: ({ memory_bytes }) => bytes(memory_bytes) },
  { key: 'up', title: t('service.up'), width: 120, numeric: true, render: (service) => duration(upSeconds(service, now)) },
  {
    key: 'restarts', title: t('service.restarts'), width: 70, numeric: true,
    render: ({ restarts }) => <span className={restarts > 0 ? 'md-ops-many' : undefined}>{count(restarts)}</span>,
  },
];

/** How long it has been running; undefined when it does not. */
export function upSeconds({ state, started_at }: Service, now: number): number | undefined {
  return state === 'running' && started_at ? Math.max(0, (now - Date.parse(started_at)) / 1000) : undefined;
}
