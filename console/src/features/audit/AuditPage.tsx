import { useInfiniteQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../api/queries';
import { Empty } from '../../ui/faces/Empty';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { saveBlob } from '../../ui/saveBlob';
import { StateTag } from '../../ui/states/StateTag';
import type { Column } from '../../ui/table/Column';
import { DataTable } from '../../ui/table/DataTable';
import { useUrlState } from '../../ui/table/useUrlState';
import { Time } from '../../ui/Time';
import { AuditFilters } from './AuditFilters';
import { AuditPeek } from './AuditPeek';
import { toCsv } from './csv';
import { auditQuery } from './queries';
import type { AuditEntry } from './types';
import { useAuditFilter } from './useAuditFilter';

/** Who changed what, and when. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { filter, change, isSet, clear } = useAuditFilter();
  const query = useInfiniteQuery(auditQuery(useWorkspaceId(), filter));
  const [peeked, setPeeked] = useUrlState('peek');
  const rows = query.data ?? [];
  const shown = rows.find(({ id }) => id === peeked);

  const columns: Column<AuditEntry>[] = [
    {
      key: 'action', title: t('column.action'),
      render: ({ action, status }) => (
        <>{t(`audit.${action}`, { defaultValue: action })}{status >= 400 && <> <StateTag state="failed">{String(status)}</StateTag></>}</>
      ),
    },
    { key: 'actor', title: t('column.actor'), width: 200, render: ({ actor }) => actor.name || t(`actor.${actor.kind}`, { defaultValue: actor.kind }) },
    { key: 'at', title: t('column.at'), width: 130, render: ({ at }) => <Time at={at} /> },
    {
      key: 'object', title: t('column.object'),
      render: ({ object }) => object && (
        <><span className="md-quiet">{t(`object.${object.kind}`, { defaultValue: object.kind })}</span> {object.name}</>
      ),
    },
    { key: 'ip', title: t('column.ip'), width: 140, render: ({ ip }) => <span className="md-mono md-quiet">{ip ?? '–'}</span> },
  ];
  return (
    <Page
      head={(
        <PageHeader
          title={t('title')}
          refreshing={query.isRefetching}
          actions={[{
            key: 'export', label: t('export'), icon: Download, run: () => saveBlob(new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }), 'audit.csv'),
            disabledReason: rows.length === 0 ? t('export.nothing') : undefined,
          }]}
        />
      )}
      side={shown && <AuditPeek entry={shown} onClose={() => setPeeked('')} onFilter={change} />}
    >
      <DataTable<AuditEntry>
        label={t('title')} query={query} columns={columns} rowKey={({ id }) => id}
        onPeek={({ id }) => setPeeked(id)} current={peeked || undefined}
        onClearFilters={isSet ? clear : undefined}
        toolbar={<AuditFilters filter={filter} onChange={change} />}
        empty={<Empty title={t('empty.title')} text={t('empty.text')} />}
      />
    </Page>
  );
}
