import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { appQuery, type App, type Draft } from '../../../ui/chat/queries';
import { Empty } from '../../../ui/faces/Empty';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import { Time } from '../../../ui/Time';
import { toast } from '../../../ui/toast/toast';
import type { DraftState } from '../draft/DraftSaver';
import { versionsQuery, type AppVersion } from '../queries';

interface VersionsTabProps {
  app: App;
  state: DraftState;
  onRestored: (draft: Draft) => void;
}

/** What was published, and how to get it back. */
export function VersionsTab({ app, state, onRestored }: VersionsTabProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [asking, setAsking] = useState<number>();
  const query = useInfiniteQuery(versionsQuery(ws, app.id));

  const restore = async (version: number) => {
    const draft = await api.post<Draft>(`/api/v1/apps/${app.id}/versions/${version}/restore`);
    onRestored(draft);
    await cache.invalidateQueries({ queryKey: appQuery(ws, app.id).queryKey });
    toast(t('versions.restored', { version }));
  };
  // A draft that is the live version again can be had back from it; only other changes would be lost.
  const ask = (version: number) => {
    if (app.has_unpublished_changes || state.status !== 'saved') setAsking(version);
    else restore(version).catch((error: unknown) => toast(problemText(error), { tone: 'error' }));
  };

  const columns: Column<AppVersion>[] = [
    {
      key: 'version', title: t('versions.version'), width: 150,
      render: ({ version }) => (
        <>v{version} {version === app.version && <StateTag state="published">{t('versions.live')}</StateTag>}</>
      ),
    },
    { key: 'name', title: t('publish.name'), render: ({ name }) => name || <span className="md-quiet">–</span> },
    { key: 'note', title: t('publish.note'), render: ({ note }) => <span title={note ?? undefined}>{note || '–'}</span> },
    { key: 'created_at', title: t('versions.at'), width: 140, render: ({ created_at }) => <Time at={created_at} /> },
    {
      key: 'restore', title: t('versions.act'), width: 140,
      render: ({ version }) => (
        <PermissionButton size="small" permission="apps.update" onClick={() => ask(version)}>{t('versions.restore')}</PermissionButton>
      ),
    },
  ];
  return (
    <>
      <DataTable<AppVersion>
        label={t('tab.versions')} query={query} columns={columns} rowKey={({ version }) => String(version)}
        empty={<Empty title={t('versions.empty')} text={t('versions.empty.text')} />}
      />
      <ConfirmDestructive
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t('versions.ask', { version: asking })}
        consequence={t('versions.ask.text')}
        verb={t('versions.restore')}
        onConfirm={() => restore(asking!)}
      />
    </>
  );
}
