import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failingChecks } from '../../api/failingChecks';
import { useIsPainted } from '../../api/firstPaint';
import { healthQuery, useWorkspaceId } from '../../api/queries';
import { basesQuery, failedJobsQuery, providersQuery } from './queries';

/** Something that waits for a person. */
export interface AttentionRow {
  key: string;
  tone: 'failed' | 'degraded';
  sentence: string;
  /** The object it concerns, or what it said. */
  about?: string;
  at?: string | null;
  to?: string;
}

// Their failures are told by the documents themselves, for whoever may see those.
const ingestion = 'knowledge.ingest';

/** What is wrong now, worst first, with the sources that could not be asked. Each source fails alone. */
export function useAttention(may: (permission: string) => boolean) {
  const { t } = useTranslation('home');
  const ws = useWorkspaceId();
  const seesBases = may('knowledge.read');
  // The lists are on the page anyway; the other sources may come a moment later.
  const isPainted = useIsPainted();
  const health = useQuery({ ...healthQuery, enabled: isPainted });
  const jobs = useQuery({ ...failedJobsQuery(ws), enabled: isPainted && may('jobs.read') });
  const providers = useQuery({ ...providersQuery(ws), enabled: isPainted && may('models.manage') });
  const bases = useQuery({ ...basesQuery(ws), enabled: seesBases });

  const rows: AttentionRow[] = [];
  for (const check of health.data ? failingChecks(health.data) : []) {
    rows.push({ key: `health ${check}`, tone: 'failed', sentence: t('attention.health', { check: t(`check.${check}`, { defaultValue: check }) }) });
  }
  for (const { id, name, last_error, last_checked_at } of providers.data?.filter(({ enabled, status }) => enabled && status === 'failing') ?? []) {
    rows.push({
      key: id, tone: 'failed', sentence: t('attention.provider', { name }), about: last_error ?? undefined,
      at: last_checked_at, to: `/w/${ws}/providers?peek=${id}`,
    });
  }
  for (const { id, name, failed_count, updated_at } of bases.data?.filter((base) => base.failed_count > 0) ?? []) {
    rows.push({
      key: id, tone: 'degraded', sentence: t('attention.documents', { count: failed_count }), about: name,
      at: updated_at, to: `/w/${ws}/knowledge/${id}?status=error`,
    });
  }
  const failed = jobs.data?.filter(({ kind }) => !(seesBases && kind === ingestion)) ?? [];
  if (failed.length > 0) {
    rows.push({
      key: 'jobs', tone: 'degraded', sentence: t('attention.jobs', { count: failed.length }), about: failed[0]!.title,
      at: failed[0]!.finished_at ?? failed[0]!.created_at, to: `/w/${ws}/ops/jobs?state=failed`,
    });
  }

  const sources = [health, jobs, providers, bases];
  return {
    rows,
    isReady: isPainted && sources.every(({ isLoading }) => !isLoading),
    failures: sources.filter(({ isError }) => isError),
    checkedAt: Math.max(...sources.map(({ dataUpdatedAt }) => dataUpdatedAt)),
  };
}
