import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { KeyRound, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { systemQuery, useWorkspaceId } from '../../api/queries';
import { CodeBlock } from '../../ui/copy/CodeBlock';
import { Empty } from '../../ui/faces/Empty';
import { ConfirmDestructive } from '../../ui/overlays/ConfirmDestructive';
import { SecretOnce } from '../../ui/overlays/SecretOnce';
import type { Column } from '../../ui/table/Column';
import { DataTable } from '../../ui/table/DataTable';
import { Time } from '../../ui/Time';
import { CreateKeyDrawer } from './CreateKeyDrawer';
import { curlFor } from './curlFor';
import { keysQuery } from './queries';
import { keyPaths, type ApiKey, type KeyKind, type NewApiKey } from './types';

interface KeySectionProps {
  kind: KeyKind;
  isCreating: boolean;
  onCreate: () => void;
  onDone: () => void;
}

/** The keys of one kind, with an example of a call. */
export function KeySection({ kind, isCreating, onCreate, onDone }: KeySectionProps) {
  const { t } = useTranslation('keys');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const query = useInfiniteQuery(keysQuery(ws, kind));
  const { data: system } = useQuery(systemQuery);
  const base = (system?.base_url || window.location.origin).replace(/\/$/, '');
  const [made, setMade] = useState<NewApiKey>();
  const [revoking, setRevoking] = useState<ApiKey>();
  const changed = () => cache.invalidateQueries({ queryKey: keysQuery(ws, kind).queryKey });

  const columns: Column<ApiKey>[] = [
    {
      key: 'name', title: t('name'),
      render: ({ name, scopes }) => (
        <>
          {name || <span className="md-quiet">{t('unnamed')}</span>}
          {scopes.length > 0 && <small title={scopes.join('\n')}>{t('scopes.count', { count: scopes.length })}</small>}
        </>
      ),
    },
    { key: 'masked', title: t('key'), width: 190, render: ({ masked }) => <span className="md-mono">{masked}</span> },
    { key: 'used', title: t('used'), width: 140, render: ({ last_used_at }) => <Time at={last_used_at} relative /> },
    { key: 'created', title: t('created'), width: 130, render: ({ created_at }) => <Time at={created_at} /> },
    {
      key: 'expires', title: t('expires'), width: 130,
      render: ({ expires_at }) => (expires_at ? <Time at={expires_at} /> : <span className="md-quiet">{t('expires.never')}</span>),
    },
  ];
  return (
    <section className="md-keys-section">
      <DataTable<ApiKey>
        label={t(kind)} query={query} columns={columns} rowKey={({ id }) => id}
        toolbar={(
          <>
            <div className="md-keys-about"><h2>{t(kind)}</h2><p className="md-meta">{t(`${kind}.text`)}</p></div>
            {kind === 'knowledge' && <Button onClick={onCreate}>{t('new')}</Button>}
          </>
        )}
        rowMenu={(key) => (
          <button
            type="button" className="md-icon-button" aria-label={t('revoke.of', { name: key.name || key.masked })}
            onClick={() => setRevoking(key)}
          >
            <Trash2 size={15} />
          </button>
        )}
        empty={<Empty compact icon={KeyRound} title={t('empty.title')} text={t('empty.text')} />}
      />
      <div className="md-section md-keys-example">
        <CodeBlock language="curl" code={curlFor(kind, base)} />
      </div>
      <CreateKeyDrawer
        kind={kind} open={isCreating} onClose={onDone}
        onMade={async (key) => {
          setMade(key);
          await changed();
        }}
      />
      <SecretOnce title={t('made')} secret={made?.key} onSaved={() => setMade(undefined)}>
        <p className="md-soft md-keys-try">{t('made.try')}</p>
        {made && <CodeBlock language="curl" code={curlFor(kind, base, made.key)} />}
      </SecretOnce>
      <ConfirmDestructive
        open={revoking !== undefined} onClose={() => setRevoking(undefined)}
        title={t('revoke.title', { name: revoking?.name || revoking?.masked })} consequence={t('revoke.text')} verb={t('revoke')}
        onConfirm={async () => {
          await api.delete(`${keyPaths[kind]}/${revoking!.id}`);
          await changed();
        }}
      />
    </section>
  );
}
