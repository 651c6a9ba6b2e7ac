import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

/** Says that the network is gone; queries read from the cache meanwhile and go on by themselves. */
export function OfflineBar() {
  const { t } = useTranslation('shell');
  const isOnline = useSyncExternalStore((listener) => onlineManager.subscribe(listener), () => onlineManager.isOnline());
  return <div role="status" className={isOnline ? undefined : 'md-offline'}>{isOnline ? null : t('offline')}</div>;
}
