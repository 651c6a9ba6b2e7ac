import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Problem } from '../../../api/problem';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { servicePath, servicesQuery } from '../queries';
import { platform, restartPlatform } from '../restart/restartPlatform';
import type { AskedAct } from './useServiceActs';

interface ActQuestionProps {
  asked: AskedAct;
  onClose: () => void;
  /** The platform itself goes: when the present process had started. */
  onRestarting: (before: string) => void;
}

/** Asks before something is stopped or restarted; what others need is done only after they are named. */
export function ActQuestion({ asked: { name, act }, onClose, onRestarting }: ActQuestionProps) {
  const { t } = useTranslation('operations');
  const cache = useQueryClient();
  const [needing, setNeeding] = useState<readonly string[]>([]);
  const names = needing.join(t('comma'));

  const confirm = async () => {
    const withDependents = needing.length > 0;
    try {
      if (name === platform && act === 'restart') onRestarting(await restartPlatform(cache, withDependents));
      else await api.post(`${servicePath(name)}/${act}`, { with_dependents: withDependents });
    } catch (error) {
      if (error instanceof Problem && error.code === 'operations.needed_by') setNeeding(error.extensions.services as string[]);
      throw error;
    }
    await cache.invalidateQueries({ queryKey: servicesQuery.queryKey });
  };

  const about = name === platform ? 'platform.consequence' : `${act}.consequence`;
  return (
    <ConfirmDestructive
      open calm={act === 'restart'} onClose={onClose} onConfirm={confirm} title={t(`${act}.title`, { name })}
      consequence={needing.length > 0 ? <strong>{t(`${act}.with`, { name, names })}</strong> : t(about, { name })}
      verb={needing.length > 0 ? t(`${act}.all`, { count: needing.length + 1 }) : t(act)}
    />
  );
}
