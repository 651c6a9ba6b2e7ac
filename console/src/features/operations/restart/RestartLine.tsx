import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { toast } from '../../../ui/toast/toast';
import { Note } from '../frame/Note';
import { waitForRestart } from './waitForRestart';

interface RestartLineProps {
  /** When the process that is to go had started. */
  before: string;
  onBack: () => void;
  /** Where the platform may be reached after a switch of the environment. */
  address?: string;
}

/** Watches the platform go and come back; then everything is read anew. */
export function RestartLine({ before, onBack, address }: RestartLineProps) {
  const { t } = useTranslation('operations');
  const cache = useQueryClient();
  const { isSuccess, isError, refetch } = useQuery({
    queryKey: ['operations', 'restart', before],
    queryFn: ({ signal }) => waitForRestart(before, signal),
    retry: false, gcTime: 0, staleTime: Number.POSITIVE_INFINITY,
  });
  const latest = useRef(onBack);
  useEffect(() => {
    latest.current = onBack;
  });
  useEffect(() => {
    if (!isSuccess) return;
    toast(t('platform.back'));
    latest.current();
    // What waited is over; asking it again would wait for the next restart.
    void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'restart' });
  }, [isSuccess, cache, t]);

  if (isError) {
    return (
      <Note tone="failed">
        <p>{t('platform.not_back')}</p>
        <CodeBlock code={'middeck status\nmiddeck logs platform'} />
        {address && <p><a href={address}>{t('platform.open', { address })}</a></p>}
        <button type="button" className="md-link" onClick={() => void refetch()}>{t('platform.wait')}</button>
      </Note>
    );
  }
  return (
    <Note tone="running">
      <p>{t('platform.restarting')}</p>
      <progress aria-label={t('platform.restarting')} />
      {address && <p className="md-quiet">{t('platform.elsewhere')} <a href={address}>{address}</a></p>}
    </Note>
  );
}
