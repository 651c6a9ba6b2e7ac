import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import i18n from 'i18next';
import { KeyRound, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useIsPainted } from '../../../api/firstPaint';
import { systemQuery, useCan, useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import type { App } from '../../../ui/chat/queries';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { Empty } from '../../../ui/faces/Empty';
import { Forbidden } from '../../../ui/faces/Forbidden';
import { Loading } from '../../../ui/faces/Loading';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { SecretOnce } from '../../../ui/overlays/SecretOnce';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import { Time } from '../../../ui/Time';
import { ChannelsEntry } from '../channels/ChannelsEntry';
import { appKeysQuery, type AppKey, type NewAppKey } from '../queries';
import { curlFor } from './curlFor';
import './AccessTab.css';

const PublicPage = lazy(async () => {
  const [{ PublicPage: Page }] = await Promise.all([import('./site/PublicPage'), i18n.loadNamespaces('siteSettings')]);
  return { default: Page };
});

/** How people reach the app without the console, and how programs call it: keys, and a call that works when it is pasted. */
export function AccessTab({ app }: { app: App }) {
  const { t } = useTranslation('apps');
  const mayHaveKeys = useCan('apps.keys');
  const base = useBaseUrl();
  return (
    <>
      {app.version === null && <p className="md-access-note">! {t('access.not_published')}</p>}
      <Suspense fallback={<Loading rows={2} />}><PublicPage app={app} base={base} /></Suspense>
      {mayHaveKeys ? <Keys app={app} /> : <Forbidden permission="apps.keys" compact />}
      <Calls />
      <ChannelsEntry app={app} />
    </>
  );
}

function Keys({ app }: { app: App }) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [creating, setCreating] = useState(false);
  const [made, setMade] = useState<NewAppKey>();
  const [deleting, setDeleting] = useState<AppKey>();
  const base = useBaseUrl();
  const query = useInfiniteQuery(appKeysQuery(ws, app.id));
  const refresh = () => cache.invalidateQueries({ queryKey: appKeysQuery(ws, app.id).queryKey });

  const columns: Column<AppKey>[] = [
    { key: 'name', title: t('keys.name'), render: ({ name }) => name || <span className="md-quiet">{t('keys.unnamed')}</span> },
    { key: 'masked', title: t('keys.key'), width: 200, render: ({ masked }) => <span className="md-mono">{masked}</span> },
    { key: 'last_used_at', title: t('keys.used'), width: 140, render: ({ last_used_at }) => <Time at={last_used_at} relative /> },
    { key: 'created_at', title: t('keys.created'), width: 130, render: ({ created_at }) => <Time at={created_at} /> },
  ];
  const create = (
    <PermissionButton
      type="primary" permission="apps.keys" icon={<KeyRound size={15} />} onClick={() => setCreating(true)}
    >
      {t('keys.new')}
    </PermissionButton>
  );
  return (
    <section>
      <DataTable<AppKey>
        label={t('keys')} query={query} columns={columns} rowKey={({ id }) => id}
        toolbar={<><h2 className="md-access-title">{t('keys')}</h2>{create}</>}
        rowMenu={(key) => (
          <button
            type="button" className="md-icon-button" aria-label={t('keys.delete', { name: key.name || key.masked })}
            onClick={() => setDeleting(key)}
          >
            <Trash2 size={15} />
          </button>
        )}
        empty={<Empty compact icon={KeyRound} title={t('keys.empty')} text={t('keys.empty.text')} />}
      />
      <FormDrawer<{ name?: string }>
        title={t('keys.new')} open={creating} onClose={() => setCreating(false)} submitLabel={t('common:create')} width={480}
        onSubmit={async (values) => {
          setMade(await api.post<NewAppKey>(`/api/v1/apps/${app.id}/api-keys`, values));
          await refresh();
        }}
      >
        <Form.Item name="name" label={t('keys.name')} extra={t('keys.name.help')}><Input maxLength={100} autoFocus /></Form.Item>
      </FormDrawer>
      <SecretOnce title={t('keys.made')} secret={made?.key} onSaved={() => setMade(undefined)}>
        {made && (
          <div className="md-access-once">
            <p className="md-soft">{t('keys.try')}</p>
            <CodeBlock language="curl" code={curlFor(base, made.key, 'blocking', t('access.example'))} />
          </div>
        )}
      </SecretOnce>
      <ConfirmDestructive
        open={deleting !== undefined}
        onClose={() => setDeleting(undefined)}
        title={t('keys.delete.title', { name: deleting?.name || deleting?.masked })}
        consequence={t('keys.delete.text')}
        verb={t('keys.delete.verb')}
        onConfirm={async () => {
          await api.delete(`/api/v1/apps/${app.id}/api-keys/${deleting!.id}`);
          await refresh();
        }}
      />
    </section>
  );
}

function Calls() {
  const { t } = useTranslation('apps');
  const base = useBaseUrl();
  return (
    <section className="md-section md-access-calls">
      <h2>{t('access.call')}</h2>
      <p className="md-soft">{t('access.call.text')}</p>
      <CodeBlock code={`${base}/v1`} />
      <h3>{t('access.blocking')}</h3>
      <CodeBlock language="curl" code={curlFor(base, 'app-…', 'blocking', t('access.example'))} />
      <h3>{t('access.streaming')}</h3>
      <CodeBlock language="curl" code={curlFor(base, 'app-…', 'streaming', t('access.example'))} />
    </section>
  );
}

function useBaseUrl(): string {
  const { data } = useQuery({ ...systemQuery, enabled: useIsPainted() });
  return (data?.base_url || window.location.origin).replace(/\/$/, '');
}
