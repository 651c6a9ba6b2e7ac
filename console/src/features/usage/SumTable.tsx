import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCan, useWorkspaceId } from '../../api/queries';
import { count, duration } from '../../ui/format';
import type { Column } from '../../ui/table/Column';
import { DataTable } from '../../ui/table/DataTable';
import { useUrlState } from '../../ui/table/useUrlState';
import { costText, unpricedText } from './costText';
import { appNamesQuery, usageQuery } from './queries';
import { groups, type Group, type Range, type UsageSum } from './types';

/** The sums by model, app or day. */
export function SumTable({ range }: { range: Range }) {
  const { t } = useTranslation(['usage', 'prices']);
  const ws = useWorkspaceId();
  const [chosen, setGroup] = useUrlState('by', 'model');
  const group: Group = groups.find((one) => one === chosen) ?? 'model';
  const query = useQuery(usageQuery(ws, range, group));
  const mayReadApps = useCan('apps.read');
  const { data: names } = useQuery({ ...appNamesQuery(ws), enabled: mayReadApps && group === 'app' });
  const nameOf = (key: string) => {
    if (group !== 'app') return key;
    return key === 'none' ? t('no_app') : names?.[key] ?? key;
  };

  const columns: Column<UsageSum>[] = [
    { key: 'key', title: t(`by.${group}`), render: ({ key }) => nameOf(key) },
    { key: 'calls', title: t('calls'), width: 110, numeric: true, render: ({ calls }) => count(calls) },
    { key: 'input', title: t('input'), width: 140, numeric: true, render: ({ input_tokens }) => count(input_tokens) },
    { key: 'output', title: t('output'), width: 140, numeric: true, render: ({ output_tokens }) => count(output_tokens) },
    {
      key: 'cost', title: t('prices:cost'), width: 130, numeric: true,
      render: (sum) => <span title={unpricedText(sum, t)}>{costText(sum, t)}</span>,
    },
    {
      key: 'errors', title: t('errors'), width: 90, numeric: true,
      render: ({ errors }) => <span data-failed={errors > 0 || undefined} className="md-usage-errors">{count(errors)}</span>,
    },
    {
      key: 'ttft', title: t('ttft'), width: 130, numeric: true,
      render: ({ avg_ttft_ms }) => duration(avg_ttft_ms === null ? null : avg_ttft_ms / 1000),
    },
  ];
  return (
    <DataTable<UsageSum>
      label={t('sums')} query={query} columns={columns} rowKey={({ key }) => key} empty={null}
      toolbar={(
        <Segmented<string>
          aria-label={t('by')} value={group} onChange={setGroup}
          options={groups.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      )}
    />
  );
}
