import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan, useWorkspaceId } from '../../api/queries';
import { CopyButton } from '../../ui/copy/CopyButton';
import { Peek } from '../../ui/overlays/Peek';
import { StateTag } from '../../ui/states/StateTag';
import { Time } from '../../ui/Time';
import { JobActs } from './JobActs';
import { JobProgress } from './JobProgress';
import type { Job } from './types';
import type { useJobActs } from './useJobActs';
import './jobs.css';

interface JobPeekProps {
  job: Job;
  acts: ReturnType<typeof useJobActs>;
  onClose: () => void;
}

/** One job beside the list: how it went and where its error is written. */
export function JobPeek({ job, acts, onClose }: JobPeekProps) {
  const { t } = useTranslation('jobs');
  const ws = useWorkspaceId();
  const maySeeErrors = useCan('errors.read');
  const { kind, title, state, error, attempt, max_attempts, trace_id, created_at, started_at, finished_at } = job;
  return (
    <Peek title={title} onClose={onClose} actions={<JobActs job={job} acts={acts} />}>
      {error && <blockquote className="md-job-error">{error}</blockquote>}
      <dl className="md-job-facts">
        <dt>{t('column.state')}</dt><dd><StateTag state={state} /></dd>
        <dt>{t('column.progress')}</dt><dd><JobProgress job={job} /></dd>
        <dt>{t('kind')}</dt><dd>{t(`kind.${kind}`, { defaultValue: kind })} <span className="md-mono md-quiet">{kind}</span></dd>
        <dt>{t('column.attempts')}</dt><dd className="md-num">{attempt}/{max_attempts}</dd>
        <dt>{t('column.created')}</dt><dd><Time at={created_at} /></dd>
        <dt>{t('started')}</dt><dd><Time at={started_at} /></dd>
        <dt>{t('finished')}</dt><dd><Time at={finished_at} /></dd>
        {trace_id && (
          <>
            <dt>{t('trace')}</dt>
            <dd>
              <span className="md-mono">{trace_id}</span><CopyButton text={trace_id} label={t('common:error.copy_trace')} />
              {maySeeErrors && state === 'failed' && <Link to={`/w/${ws}/obs/errors?trace=${trace_id}`}>{t('to_error')}</Link>}
            </dd>
          </>
        )}
      </dl>
    </Peek>
  );
}
