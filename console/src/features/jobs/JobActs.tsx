import { RotateCcw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/queries';
import type { Job } from './types';
import type { useJobActs } from './useJobActs';

/** The one act that a job's state allows. */
export function JobActs({ job: { id, title, state }, acts }: { job: Job; acts: ReturnType<typeof useJobActs> }) {
  const { t } = useTranslation('jobs');
  const mayCancel = useCan('jobs.cancel');
  const act = state === 'waiting' || state === 'running' ? 'cancel' : state === 'succeeded' ? undefined : 'retry';
  if (!mayCancel || !act) return null;
  return (
    <button
      type="button" className="md-icon-button" title={t(act)} aria-label={t(`${act}.of`, { name: title })}
      aria-disabled={acts.isPending || undefined} onClick={() => acts.isPending || acts.mutate({ id, act })}
    >
      {act === 'cancel' ? <X size={15} /> : <RotateCcw size={15} />}
    </button>
  );
}
