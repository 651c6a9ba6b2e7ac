import i18n from 'i18next';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { percent } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { isUnderWay, type Job } from './jobs';

interface BackupJobsProps {
  jobs: readonly Job[];
  onCancel: (id: string) => void;
}

/** The work under way, each with how far it is and a way to stop it. */
export function BackupJobs({ jobs, onCancel }: BackupJobsProps) {
  const { t } = useTranslation('operations');
  const mayCancel = useCan('jobs.cancel');
  useTitleProgress(jobs.find(({ state }) => state === 'running')?.progress);
  if (jobs.length === 0) return null;
  return (
    <ul className="md-ops-jobs" aria-label={t('backup.jobs')}>
      {jobs.map((job) => (
        <li key={job.id} className="md-ops-job">
          <StateTag state={job.state} />
          <strong>{t(`job.${job.kind.split('.').at(-1)}`)}</strong>
          {job.title !== t(`job.${job.kind.split('.').at(-1)}`) && <span className="md-quiet md-ellipsis">{job.title}</span>}
          {job.error && <span className="md-ops-job-error">{job.error}</span>}
          {isUnderWay(job) && (
            <>
              <progress max={1} value={job.progress} aria-label={job.title} />
              <span className="md-num md-soft">{[percent(job.progress), job.fact && factText(job.fact)].filter(Boolean).join(' · ')}</span>
              {mayCancel && (
                <button type="button" className="md-icon-button" title={t('common:cancel')} aria-label={t('job.cancel', { name: job.title })} onClick={() => onCancel(job.id)}>
                  <X size={15} />
                </button>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** `objects 12/40`, with its step in the console's language. */
function factText(fact: string): string {
  const [step = '', ...rest] = fact.split(' ');
  return [i18n.t(`operations:step.${step}`, { defaultValue: step }), ...rest].join(' ');
}

/** Says in the title of the tab how far it is, for who waits in another one. */
function useTitleProgress(progress: number | undefined): void {
  const mark = progress === undefined ? '' : `(${Math.round(progress * 100)} %) `;
  useEffect(() => {
    const plain = document.title.replace(/^\(\d+ %\) /, '');
    document.title = mark + plain;
    return () => {
      document.title = document.title.replace(/^\(\d+ %\) /, '');
    };
  }, [mark]);
}
