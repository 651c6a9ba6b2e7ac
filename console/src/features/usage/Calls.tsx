import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../api/queries';
import { count, duration, money } from '../../ui/format';
import { StateTag } from '../../ui/states/StateTag';
import type { Column } from '../../ui/table/Column';
import { DataTable } from '../../ui/table/DataTable';
import { Time } from '../../ui/Time';
import { callsQuery } from './queries';
import type { UsageCall } from './types';

/** The single calls, newest first. */
export function Calls() {
  const { t } = useTranslation(['usage', 'prices']);
  const query = useInfiniteQuery(callsQuery(useWorkspaceId()));
  if (query.data?.length === 0) return null;

  const columns: Column<UsageCall>[] = [
    {
      key: 'model', title: t('by.model'),
      render: ({ provider, model, error_code }) => <>{`${provider}/${model}`}{error_code && <small className="md-mono">{error_code}</small>}</>,
    },
    { key: 'status', title: t('status'), width: 110, render: ({ status }) => <StateTag state={status} /> },
    { key: 'at', title: t('at'), width: 130, render: ({ at }) => <Time at={at} /> },
    { key: 'source', title: t('source'), width: 110, render: ({ source }) => t(`source.${source}`, { defaultValue: source }) },
    {
      key: 'tokens', title: t('tokens'), width: 150, numeric: true,
      render: ({ input_tokens, output_tokens, estimated }) => (
        <span title={estimated ? t('estimated') : undefined}>
          {estimated && '≈ '}{count(input_tokens)} → {count(output_tokens)}
        </span>
      ),
    },
    {
      key: 'cost', title: t('prices:cost'), width: 100, numeric: true,
      render: ({ cost, provider }) => (cost ? money(cost.amount, cost.currency) : provider === 'builtin' ? '–' : t('prices:none')),
    },
    { key: 'ttft', title: t('ttft.one'), width: 110, numeric: true, render: ({ ttft_ms }) => duration(ttft_ms === null ? null : ttft_ms / 1000) },
    { key: 'took', title: t('took'), width: 100, numeric: true, render: ({ duration_ms }) => duration(duration_ms / 1000) },
  ];
  return (
    <section className="md-usage-calls">
      <h2 className="md-section">{t('list')}</h2>
      <DataTable<UsageCall> label={t('list')} query={query} columns={columns} rowKey={({ id }) => id} empty={null} />
    </section>
  );
}
