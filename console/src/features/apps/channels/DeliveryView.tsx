import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { Result } from '../../../ui/faces/Result';
import { FailureNote } from '../../../ui/form/FailureNote';
import { channelPath, deliveriesKey, deliveryQuery } from './queries';
import type { Channel, Delivery } from './types';

/** What was sent and what came back, and the act of sending it again. */
export function DeliveryView({ app, channel, delivery }: { app: string; channel: Channel; delivery: Delivery }) {
  const { t } = useTranslation('channels');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const query = useQuery(deliveryQuery(ws, app, channel.id, delivery.id));
  const resend = useMutation({
    mutationFn: () => api.post(`${channelPath(app, channel.id)}/deliveries/${delivery.id}/resend`),
    onSuccess: () => cache.invalidateQueries({ queryKey: deliveriesKey(ws, channel.id) }),
  });
  const isOver = delivery.state !== 'waiting' && delivery.state !== 'running';
  return (
    <div className="md-delivery-view">
      <Result query={query}>
        {({ webhook_id, payload, response }) => (
          <>
            <p className="md-quiet">webhook-id <span className="md-mono">{webhook_id}</span></p>
            {payload && <CodeBlock language="json" code={indented(payload)} />}
            {response && <CodeBlock language={t('response')} code={response} />}
          </>
        )}
      </Result>
      {isOver && <Button size="small" loading={resend.isPending} onClick={() => resend.mutate()}>{t('resend')}</Button>}
      <FailureNote error={resend.error ?? undefined} />
    </div>
  );
}

function indented(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
