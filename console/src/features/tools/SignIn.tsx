import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useWorkspaceId } from '../../api/queries';
import { PermissionButton } from '../../ui/access/PermissionButton';
import { FailureNote } from '../../ui/form/FailureNote';
import { StateTag } from '../../ui/states/StateTag';
import { toast } from '../../ui/toast/toast';
import { providerQuery, providersPath, useToolsChanged } from './queries';
import type { StartedSignIn, ToolProvider } from './types';

/** Whether somebody has signed in to an MCP server, and the way there: a page of the server's own, in another tab. */
export function SignIn({ provider }: { provider: ToolProvider }) {
  const { t } = useTranslation('tools');
  const changed = useToolsChanged();
  const [since, setSince] = useState<string>();
  const begin = useMutation({
    mutationFn: () => api.post<StartedSignIn>(`${providersPath}/${provider.id}/sign-in`),
    onSuccess: ({ authorization_url }) => {
      setSince(authorization_url ? provider.updated_at : undefined);
      if (!authorization_url) void changed();
    },
  });
  const { data } = useQuery({
    ...providerQuery(useWorkspaceId(), provider.id), enabled: since !== undefined,
    refetchInterval: ({ state }) => (state.data?.provider.updated_at === since ? 2_000 : false),
  });
  // The provider changes when the server was asked, or the sign-in failed.
  const isOver = since !== undefined && data !== undefined && data.provider.updated_at !== since;
  const ended = useEffectEvent(() => {
    if (data?.provider.signed_in && !data.provider.sign_in_problem) toast(t('sign_in.done', { count: data.tools.length }));
    void changed();
  });
  useEffect(() => {
    if (isOver) ended();
  }, [isOver]);
  const page = since === undefined || isOver ? undefined : begin.data?.authorization_url;
  const { signed_in, sign_in_problem } = provider;
  return (
    <div className="md-tool-sign-in">
      <StateTag state={signed_in ? 'ok' : 'waiting'}>{t(signed_in ? 'sign_in.yes' : 'sign_in.no')}</StateTag>
      {sign_in_problem && <p className="md-field-error" role="alert">{sign_in_problem}</p>}
      {page ? (
        <p><a href={page} target="_blank" rel="noreferrer">{t('sign_in.open', { host: new URL(page).host })}</a> <span className="md-quiet">{t('sign_in.waiting')}</span></p>
      ) : (
        <PermissionButton size="small" permission="apps.update" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t(signed_in ? 'sign_in.again' : 'sign_in')}
        </PermissionButton>
      )}
      <FailureNote error={begin.error} />
    </div>
  );
}
