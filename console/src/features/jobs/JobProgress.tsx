import { percent } from '../../ui/format';
import { factText } from './factText';
import type { Job } from './types';
import './jobs.css';

/** How far a running job is, with its last counted fact. */
export function JobProgress({ job: { state, progress, fact, title } }: { job: Job }) {
  // Where a failed one stopped is worth knowing; the last count before the end of another is not.
  if (state !== 'running') return <span className="md-quiet">{fact && state === 'failed' ? factText(fact) : '–'}</span>;
  return (
    <span className="md-job-progress">
      <progress max={1} value={progress} aria-label={title} />
      <span className="md-num">{fact ? factText(fact) : percent(progress)}</span>
    </span>
  );
}
