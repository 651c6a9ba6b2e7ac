import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../frame/Note';
import { platform } from '../restart/restartPlatform';
import { ActQuestion } from '../services/ActQuestion';
import type { EnvironmentName } from '../types';

interface RestartNeededProps {
  to: EnvironmentName;
  /** The copy of the configuration as it was before. */
  backup: string | null | undefined;
  onRestarting: (before: string) => void;
}

/** The file says another environment than the one that runs: a restart takes it up. */
export function RestartNeeded({ to, backup, onRestarting }: RestartNeededProps) {
  const { t } = useTranslation('operations');
  const [isAsking, setAsking] = useState(false);
  return (
    <Note tone="degraded">
      <p>{t('switch.done', { to })}{backup && <> {t('switch.backup', { name: backup })}</>}</p>
      <Button onClick={() => setAsking(true)}>{t('switch.restart')}</Button>
      {isAsking && (
        <ActQuestion asked={{ name: platform, act: 'restart' }} onClose={() => setAsking(false)} onRestarting={onRestarting} />
      )}
    </Note>
  );
}
