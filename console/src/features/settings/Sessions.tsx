import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { ErrorFace } from '../../ui/faces/ErrorFace';
import { Loading } from '../../ui/faces/Loading';
import { FailureNote } from '../../ui/form/FailureNote';
import { Time } from '../../ui/Time';
import { clientName } from './clientName';
import { sessionsQuery } from './queries';

/** Where I am signed in; each of the others can be ended. */
export function Sessions() {
  const { t } = useTranslation('settings');
  const cache = useQueryClient();
  const { data, error, refetch } = useInfiniteQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: (id: string) => api.delete(`/api/v1/auth/sessions/${id}`),
    onSettled: () => cache.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  if (!data) return error ? <ErrorFace error={error} compact onRetry={() => void refetch()} /> : <Loading rows={2} />;
  return (
    <>
      <ul className="md-settings-rows">
        {data.map(({ id, user_agent, ip, last_seen_at, current }) => (
          <li key={id}>
            <div>
              {clientName(user_agent) ?? t('sessions.unknown')}
              <small><span className="md-mono">{ip}</span> · <Time at={last_seen_at} relative /></small>
            </div>
            {current
              ? <span className="md-quiet">{t('sessions.current')}</span>
              : <Button size="small" loading={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>{t('sessions.end')}</Button>}
          </li>
        ))}
      </ul>
      <FailureNote error={end.error} />
    </>
  );
}
