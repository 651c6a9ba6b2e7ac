import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FailureNote } from '../../../ui/form/FailureNote';
import { duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { channelPath, deliveriesKey } from './queries';
import type { Channel, ChannelCheck } from './types';

/** Tries the channel and says what its other end answered. */
export function ChannelTest({ app, channel, onTested }: { app: string; channel: Channel; onTested: () => Promise<unknown> }) {
  const { t } = useTranslation('channels');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const test = useMutation({
    mutationFn: () => api.post<ChannelCheck>(`${channelPath(app, channel.id)}/test`),
    onSuccess: () => Promise.all([onTested(), cache.invalidateQueries({ queryKey: deliveriesKey(ws, channel.id) })]),
  });
  return (
    <div className="md-channel-test">
      <Button loading={test.isPending} onClick={() => test.mutate()}>{t(channel.kind === 'webhook' ? 'test.webhook' : 'test.bot')}</Button>
      {test.data && !test.isPending && (
        <div role="status">
          <StateTag state={test.data.ok ? 'connected' : 'failing'}>
            {t(test.data.ok ? 'test.ok' : 'test.failed', { duration: duration(test.data.duration) })}
          </StateTag>
          <p className="md-soft">{test.data.detail}</p>
        </div>
      )}
      <FailureNote error={test.error ?? undefined} />
    </div>
  );
}
