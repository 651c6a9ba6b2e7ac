import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { appQuery, type App, type Draft } from '../../../ui/chat/queries';
import { Empty } from '../../../ui/faces/Empty';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import { Time } from '../../../ui/Time';
import { toast } from '../../../ui/toast/toast';
import type { DraftState } from '../draft/DraftSaver';
import { buildPath, isGraphKind } from '../kinds';
import { exportApp } from '../list/exportApp';
import { appsKey, versionsQuery, type AppVersion } from '../queries';
import { VersionMenu } from './VersionMenu';

interface VersionsTabProps {
  app: App;
  state: DraftState;
  onRestored: (draft: Draft) => void;
}

const CompareDrawer = lazy(async () => ({ default: (await import('./CompareDrawer')).CompareDrawer }));
const EditVersion = lazy(async () => ({ default: (await import('./EditVersion')).EditVersion }));

/** What was published: to compare, to name, to get back. */
export function VersionsTab({ app, state, onRestored }: VersionsTabProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<{ act: 'restore' | 'rollback'; version: number }>();
  const [comparing, setComparing] = useState<number>();
  const [editing, setEditing] = useState<AppVersion>();
  const query = useInfiniteQuery(versionsQuery(ws, app.id));
  const fail = (error: unknown) => toast(problemText(error), { tone: 'error' });

  const restore = async (version: number) => {
    const draft = await api.post<Draft>(`/api/v1/apps/${app.id}/versions/${version}/restore`);
    onRestored(draft);
    await cache.invalidateQueries({ queryKey: appQuery(ws, app.id).queryKey });
    toast(t('versions.restored', { version }));
  };
  const rollBack = async (version: number) => {
    const made = await api.post<{ version: number }>(`/api/v1/apps/${app.id}/rollback`, { version });
    await Promise.all([
      cache.invalidateQueries({ queryKey: appQuery(ws, app.id).queryKey }),
      cache.invalidateQueries({ queryKey: appsKey(ws) }),
      cache.invalidateQueries({ queryKey: versionsQuery(ws, app.id).queryKey }),
    ]);
    toast(t('appEditor:versions.rolled_back', { version, made: made.version }));
  };
  // A draft that is the live version again can be had back from it; only other changes would be lost.
  const askToRestore = (version: number) => {
    if (app.has_unpublished_changes || state.status !== 'saved') setAsking({ act: 'restore', version });
    else restore(version).catch(fail);
  };

  const columns: Column<AppVersion>[] = [
    {
      key: 'version', title: t('versions.version'), width: 150,
      render: ({ version }) => (
        <>v{version} {version === app.version && <StateTag state="published">{t('versions.live')}</StateTag>}</>
      ),
    },
    { key: 'name', title: t('publish.name'), render: ({ name }) => name || <span className="md-quiet">–</span> },
    { key: 'created_at', title: t('versions.at'), width: 140, render: ({ created_at }) => <Time at={created_at} /> },
    { key: 'note', title: t('publish.note'), render: ({ note }) => <span title={note ?? undefined}>{note || '–'}</span> },
  ];
  return (
    <>
      <DataTable<AppVersion>
        label={t('tab.versions')} query={query} columns={columns} rowKey={({ version }) => String(version)}
        onOpen={({ version }) => setComparing(version)}
        rowMenu={(row) => (
          <VersionMenu
            version={row.version} isLive={row.version === app.version} onCompare={() => setComparing(row.version)}
            onCanvas={isGraphKind(app.mode) ? () => void navigate(`/w/${ws}/${buildPath(app)}?compare=${row.version}`) : undefined}
            onEdit={() => setEditing(row)} onExport={() => exportApp(app, { version: row.version }).catch(fail)}
            onRestore={() => askToRestore(row.version)} onRollBack={() => setAsking({ act: 'rollback', version: row.version })}
          />
        )}
        empty={<Empty title={t('versions.empty')} text={t('versions.empty.text')} />}
      />
      <Suspense fallback={null}>
        {comparing !== undefined && (
          <CompareDrawer
            key={comparing} app={app} versions={query.data ?? []} from={String(comparing)} to="draft" onClose={() => setComparing(undefined)}
          />
        )}
        {editing && <EditVersion app={app.id} version={editing} onClose={() => setEditing(undefined)} />}
      </Suspense>
      {asking && (
        <ConfirmDestructive
          open onClose={() => setAsking(undefined)}
          title={t(asking.act === 'restore' ? 'versions.ask' : 'appEditor:versions.ask_rollback', { version: asking.version })}
          consequence={asking.act === 'restore'
            ? t('versions.ask.text')
            : t('appEditor:versions.ask_rollback.text', { version: asking.version, next: (app.version ?? 0) + 1 })}
          verb={t(asking.act === 'restore' ? 'versions.restore' : 'appEditor:versions.rollback')}
          onConfirm={() => (asking.act === 'restore' ? restore(asking.version) : rollBack(asking.version))}
        />
      )}
    </>
  );
}
