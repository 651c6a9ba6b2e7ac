import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { problemText } from '../../api/problem';
import { useCan, useWorkspaceId } from '../../api/queries';
import { PermissionButton } from '../../ui/access/PermissionButton';
import { Result } from '../../ui/faces/Result';
import { ConfirmDestructive } from '../../ui/overlays/ConfirmDestructive';
import { Peek } from '../../ui/overlays/Peek';
import { toast } from '../../ui/toast/toast';
import { providerQuery, providersPath, useToolsChanged } from './queries';
import { SignIn } from './SignIn';
import { ToolTry } from './ToolTry';
import type { ProviderTool, ToolProviderDetail } from './types';
import './tools.css';

interface ProviderPeekProps {
  id: string;
  onClose: () => void;
  onEdit: () => void;
}

/** A provider beside the list: where it is, what it offers with a try, and which apps use it. */
export function ProviderPeek({ id, onClose, onEdit }: ProviderPeekProps) {
  const { t } = useTranslation('tools');
  const query = useQuery(providerQuery(useWorkspaceId(), id));
  return (
    <Peek title={query.data ? `${query.data.provider.icon} ${query.data.provider.name}` : t('title')} width={440} onClose={onClose}>
      <Result query={query} compact>
        {(detail) => (
          <div className="md-tool-peek">
            <Facts detail={detail} />
            {detail.provider.auth.type === 'oauth' && <SignIn provider={detail.provider} />}
            <Acts detail={detail} onEdit={onEdit} onDeleted={onClose} />
            <UsedBy detail={detail} />
            <h3>{t('tools.title', { count: detail.tools.length })}</h3>
            {(detail.tools as ProviderTool[]).map((tool) => <ToolTry key={tool.name} provider={id} tool={tool} />)}
          </div>
        )}
      </Result>
    </Peek>
  );
}

function Facts({ detail: { provider } }: { detail: ToolProviderDetail }) {
  const { t } = useTranslation('tools');
  const { description, kind, server_url, source_url, auth, has_secret, headers, command, environment, network } = provider;
  return (
    <>
      {description && <p className="md-soft">{description}</p>}
      <dl className="md-tool-facts">
        <dt>{t('column.kind')}</dt><dd>{t(`kind.${kind}`)}</dd>
        {server_url && <><dt>{t('column.server')}</dt><dd className="md-mono">{server_url}</dd></>}
        {source_url && <><dt>{t('field.source_url')}</dt><dd className="md-mono">{source_url}</dd></>}
        {command && (
          <>
            <dt>{t('stdio.command')}</dt><dd className="md-mono">{[command, ...provider.arguments].join(' ')}</dd>
            {environment.length > 0 && <><dt>{t('stdio.environment')}</dt><dd className="md-mono">{environment.join(', ')}</dd></>}
            <dt>{t('stdio.network')}</dt><dd>{t(network ? 'stdio.network.on' : 'stdio.network.off')}</dd>
          </>
        )}
        {!command && <><dt>{t('auth')}</dt><dd>{t(`auth.${auth.type}`)}{has_secret && ' · ••••••'}</dd></>}
        {headers.length > 0 && <><dt>{t('headers')}</dt><dd className="md-mono">{headers.join(', ')}</dd></>}
      </dl>
    </>
  );
}

function UsedBy({ detail: { used_by } }: { detail: ToolProviderDetail }) {
  const { t } = useTranslation('tools');
  const ws = useWorkspaceId();
  if (used_by.length === 0) return null;
  return (
    <>
      <h3>{t('used_by', { count: used_by.length })}</h3>
      <ul>{used_by.map(({ id, name }) => <li key={id}><Link to={`/w/${ws}/apps/${id}`}>{name}</Link></li>)}</ul>
    </>
  );
}

function Acts({ detail: { provider, used_by }, onEdit, onDeleted }: { detail: ToolProviderDetail; onEdit: () => void; onDeleted: () => void }) {
  const { t } = useTranslation('tools');
  const mayChange = useCan('apps.update');
  const changed = useToolsChanged();
  const [isDeleting, setDeleting] = useState(false);
  const path = `${providersPath}/${provider.id}`;
  const refresh = useMutation({
    mutationFn: () => api.put<ToolProviderDetail>(path, {}),
    onSuccess: (read) => toast(t('refreshed', { count: read.tools.length })),
    onError: (error) => toast(problemText(error), { tone: 'error' }),
    onSettled: changed,
  });
  return (
    <div className="md-tool-acts">
      <PermissionButton size="small" permission="apps.update" onClick={onEdit}>{t('common:edit')}</PermissionButton>
      {(provider.kind === 'mcp' || provider.source_url) && (
        <PermissionButton size="small" permission="apps.update" loading={refresh.isPending} onClick={() => refresh.mutate()}>{t('refresh')}</PermissionButton>
      )}
      {mayChange && <Button size="small" type="text" danger onClick={() => setDeleting(true)}>{t('common:delete')}</Button>}
      <ConfirmDestructive
        open={isDeleting} onClose={() => setDeleting(false)} title={t('delete.title', { name: provider.name })} verb={t('common:delete')}
        consequence={t('delete.text', { tools: provider.tool_count, count: used_by.length, apps: used_by.map(({ name }) => name).join(', ') })}
        onConfirm={async () => {
          await api.delete(path);
          onDeleted();
          await changed();
        }}
      />
    </div>
  );
}
