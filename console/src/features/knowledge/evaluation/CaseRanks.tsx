import { useQueries } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { evaluationQuery } from './queries';
import type { EvaluationDetail, EvaluationSummary } from './types';

interface CaseRanksProps {
  base: string;
  evaluations: readonly EvaluationSummary[];
  onClose: () => void;
}

/** The best place of each case in each run, one run beside the other. */
export function CaseRanks({ base, evaluations, onClose }: CaseRanksProps) {
  const { t } = useTranslation('hitTesting');
  const ws = useWorkspaceId();
  const finished = evaluations.filter(({ state }) => state === 'completed');
  const results = useQueries({ queries: finished.map(({ id }) => evaluationQuery(ws, base, id)) });
  const failed = results.find(({ isError }) => isError);
  const details = results.flatMap(({ data }) => data ?? []);

  return (
    <section className="md-case-ranks" aria-label={t('ranks')}>
      <header>
        <h2>{t('ranks')}</h2>
        <button type="button" className="md-icon-button" aria-label={t('ranks.close')} onClick={onClose}><X size={16} /></button>
      </header>
      {finished.length < evaluations.length && <p className="md-meta" role="status">{t('ranks.waiting', { count: evaluations.length - finished.length })}</p>}
      {evaluations.map(({ id, label, error }) => error && <p key={id} role="alert" className="md-hit-refused">{label}: {error}</p>)}
      {failed ? <ErrorFace compact error={failed.error} onRetry={() => void failed.refetch()} />
        : details.length < finished.length ? <Loading rows={4} /> : details.length > 0 && <Ranks details={details} />}
    </section>
  );
}

function Ranks({ details }: { details: readonly EvaluationDetail[] }) {
  const { t } = useTranslation('hitTesting');
  // A case that was made later has no place in an earlier run.
  const cases = new Map(details.flatMap(({ results }) => results.map(({ case_id: id, query }) => [id, query] as const)));
  const found = details.map(({ results }) => new Map(results.map((one) => [one.case_id, one])));
  return (
    <div className="md-case-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column.question')}</th>
            {details.map(({ evaluation }) => <th key={evaluation.id} scope="col" title={evaluation.label}>{evaluation.own_settings ? t('own') : evaluation.label}</th>)}
          </tr>
        </thead>
        <tbody>
          {[...cases].map(([id, query]) => {
            const ranks = found.map((one) => one.get(id)?.best_rank);
            const best = Math.min(...ranks.map((rank) => rank ?? Number.POSITIVE_INFINITY));
            const differs = new Set(ranks).size > 1;
            return (
              <tr key={id}>
                <th scope="row">{query}</th>
                {ranks.map((rank, at) => (
                  <td key={details[at]!.evaluation.id} data-missed={rank === null || undefined} data-best={(differs && rank === best) || undefined}>
                    {rank === undefined ? '–' : rank === null ? t('rank.none') : t('rank', { rank })}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
