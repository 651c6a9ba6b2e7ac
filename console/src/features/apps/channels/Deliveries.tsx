import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { State } from '../../../ui/states/state';
import { Time } from '../../../ui/Time';
import { DeliveryView } from './DeliveryView';
import { deliveriesQuery } from './queries';
import type { Channel, Delivery } from './types';

const faces: Record<Delivery['state'], State> = {
  waiting: 'waiting', running: 'running', delivered: 'succeeded', failed: 'failed', ignored: 'off',
};
const underWay = 3000;

/** What went through a channel, newest first; a row opens to what was sent and what came back. */
export function Deliveries({ app, channel }: { app: string; channel: Channel }) {
  const { t } = useTranslation('channels');
  const ws = useWorkspaceId();
  const [open, setOpen] = useState<string>();
  const query = useInfiniteQuery({
    ...deliveriesQuery(ws, app, channel.id),
    // Only while something is on its way.
    refetchInterval: ({ state }) =>
      (state.data?.pages.some(({ data }) => data.some((one) => one.state === 'waiting' || one.state === 'running')) ? underWay : false),
  });
  const isBot = channel.kind !== 'webhook';
  return (
    <section className="md-deliveries" aria-label={t(isBot ? 'messages' : 'deliveries')}>
      <h3>{t(isBot ? 'messages' : 'deliveries')}</h3>
      {query.error ? <ErrorFace error={query.error} onRetry={() => void query.refetch()} />
        : !query.data ? <Loading />
          : query.data.length === 0 ? <p className="md-quiet">{t(isBot ? 'messages.empty' : 'deliveries.empty')}</p>
            : (
              <ul>
                {query.data.map((delivery) => (
                  <li key={delivery.id}>
                    <Row
                      delivery={delivery} isOpen={open === delivery.id} canOpen={!isBot}
                      onToggle={() => setOpen(open === delivery.id ? undefined : delivery.id)}
                    />
                    {open === delivery.id && <DeliveryView app={app} channel={channel} delivery={delivery} />}
                  </li>
                ))}
              </ul>
            )}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common:table.more')}</Button>
      )}
    </section>
  );
}

interface RowProps {
  delivery: Delivery;
  isOpen: boolean;
  canOpen: boolean;
  onToggle: () => void;
}

function Row({ delivery, isOpen, canOpen, onToggle }: RowProps) {
  const { t } = useTranslation('channels');
  const facts = (
    <>
      <StateTag state={delivery.state} as={faces[delivery.state]}>{t(`delivery.${delivery.state}`)}</StateTag>
      <span className="md-mono">{delivery.type}</span>
      <span className="md-quiet">
        {delivery.status_code !== null && `${delivery.status_code} · `}
        {delivery.duration !== null && duration(delivery.duration)}
        {delivery.attempt > 1 && ` · ${t('attempts', { count: delivery.attempt })}`}
      </span>
      <Time at={delivery.created_at} />
    </>
  );
  return (
    <>
      {canOpen
        ? <button type="button" className="md-delivery" aria-expanded={isOpen} onClick={onToggle}>{facts}</button>
        : <div className="md-delivery">{facts}</div>}
      {delivery.error && <p className="md-delivery-error">{delivery.error}</p>}
      {delivery.next_attempt_at && delivery.attempt > 0 && (
        <p className="md-quiet md-delivery-error">{t('next_attempt')} <Time at={delivery.next_attempt_at} /></p>
      )}
    </>
  );
}
