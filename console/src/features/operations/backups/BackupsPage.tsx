import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Archive } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useCan } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { FailureNote } from '../../../ui/form/FailureNote';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { DataTable } from '../../../ui/table/DataTable';
import { RowMenu } from '../../../ui/table/RowMenu';
import { useUrlState } from '../../../ui/table/useUrlState';
import { Note } from '../frame/Note';
import { OperateTabs } from '../frame/OperateTabs';
import { OperatorOnly } from '../frame/OperatorOnly';
import { backupsQuery } from '../queries';
import type { Backup } from '../types';
import { backupColumns } from './backupColumns';
import { BackupDays } from './BackupDays';
import { BackupFigures } from './BackupFigures';
import { BackupJobs } from './BackupJobs';
import { BackupNotes } from './BackupNotes';
import { BackupPeek } from './BackupPeek';
import { BackupPlan } from './BackupPlan';
import { DrillItem } from './DrillItem';
import { isUnderWay, useBackupActs, useBackupJobs } from './jobs';
import './backups.css';

/** What was kept, whether it can be restored, and how. */
export function BackupsPage() {
  const { t } = useTranslation('operations');
  return <OperatorOnly title={t('backups')}><Backups /></OperatorOnly>;
}

function Backups() {
  const { t } = useTranslation('operations');
  const cache = useQueryClient();
  const [peeked, setPeeked] = useUrlState('peek');
  const [deleting, setDeleting] = useState<string>();
  const query = useQuery(backupsQuery);
  const acts = useBackupActs();
  const jobs = useBackupJobs();
  const mayFollow = useCan('jobs.read');
  const list = query.data;
  const shown = list?.data.find(({ name }) => name === peeked);
  const now = query.dataUpdatedAt;
  const isMaking = acts.isBeginning || jobs.some((job) => job.kind === 'operations.backup' && isUnderWay(job));

  return (
    <Page
      head={(
        <>
          <PageHeader
            title={t('backups')} refreshing={query.isRefetching}
            actions={[{ key: 'create', label: t('backup.now'), icon: Archive, primary: true, busy: isMaking, run: acts.create }]}
          >
            <OperateTabs />
          </PageHeader>
          {list && <BackupFigures list={list} now={now} />}
        </>
      )}
      side={shown && (
        <BackupPeek
          key={shown.name} backup={shown} drills={list!.drills} onVerify={() => acts.verify(shown.name)} onDrill={() => acts.drill(shown.name)}
          onDelete={() => setDeleting(shown.name)} onClose={() => setPeeked('')}
        />
      )}
    >
      {acts.failure && <div className="md-section"><FailureNote error={acts.failure} /></div>}
      {acts.hasBegun && !mayFollow && <Note tone="running">{t('backup.begun')}</Note>}
      <BackupJobs jobs={jobs} onCancel={acts.cancel} />
      {list && <BackupNotes list={list} onDelete={setDeleting} />}
      {list && list.data.length > 0 && <BackupDays backups={list.data} now={now} />}
      <div className="md-backups">
        <DataTable<Backup>
          label={t('backups')} query={{ data: list?.data, error: query.error, refetch: query.refetch }}
          columns={backupColumns(t, list?.drills ?? [], now)} rowKey={({ name }) => name}
          onPeek={({ name }) => setPeeked(name)} current={peeked || undefined}
          rowMenu={({ name }) => (
            <RowMenu
              label={t('acts.of', { name })}
              items={[
                { key: 'verify', label: t('backup.verify'), onClick: () => acts.verify(name) },
                { key: 'drill', label: t('drill.now'), onClick: () => acts.drill(name) },
                { key: 'restore', label: t('restore.show'), onClick: () => setPeeked(name) },
                { type: 'divider' },
                { key: 'delete', label: t('common:delete'), danger: true, onClick: () => setDeleting(name) },
              ]}
            />
          )}
          empty={(
            <Empty
              icon={Archive} title={t('backups.empty')} text={t('backups.empty.text')}
              action={<Button type="primary" loading={isMaking} onClick={acts.create}>{t('backup.now')}</Button>}
            />
          )}
        />
      </div>
      {list && list.drills.length > 0 && (
        <section className="md-section" aria-labelledby="md-drills">
          <h2 id="md-drills">{t('drills')}</h2>
          <ul className="md-drills">{list.drills.map((drill) => <DrillItem key={drill.started_at} drill={drill} />)}</ul>
        </section>
      )}
      {list && <BackupPlan list={list} />}
      <ConfirmDestructive
        open={deleting !== undefined} onClose={() => setDeleting(undefined)} typeName={deleting} verb={t('common:delete')}
        title={t('backup.delete', { name: deleting })} consequence={t('backup.delete.text')}
        onConfirm={async () => {
          await api.delete(`/api/v1/admin/backups/${encodeURIComponent(deleting!)}`);
          setPeeked('');
          await cache.invalidateQueries({ queryKey: backupsQuery.queryKey });
        }}
      />
    </Page>
  );
}
