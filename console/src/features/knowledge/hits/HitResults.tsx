import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/faces/Empty';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { Explanation } from './Explanation';
import { FoundList } from './FoundList';
import type { HitQuestion, RetrievalResult } from './types';

interface HitResultsProps {
  base: string;
  search: UseMutationResult<RetrievalResult, unknown, HitQuestion>;
}

/** The passages that came back, best first, below what the search did. */
export function HitResults({ base, search }: HitResultsProps) {
  const { t } = useTranslation('knowledge');
  const { data, error, isPending, variables, mutate } = search;

  if (isPending) return <div className="md-hits"><Loading rows={4} rowHeight={110} /></div>;
  if (error) return <div className="md-hits"><ErrorFace error={error} onRetry={() => variables && mutate(variables)} /></div>;
  if (!data || !variables) return <div className="md-hits"><Empty title={t('hits.start.title')} text={t('hits.start.text')} /></div>;
  const threshold = variables.retrieval.score_threshold ?? 0;
  return (
    <section className="md-hits" aria-label={t('hits.results')}>
      <Explanation result={data} />
      {!data.records.some((record) => !record.below_threshold) && (
        <Empty
          title={t('hits.none.title')}
          text={threshold > 0 ? t('hits.none.threshold', { threshold }) : t('hits.none.text')}
          action={threshold > 0 && (
            <button
              type="button" className="md-link"
              onClick={() => mutate({ ...variables, retrieval: { ...variables.retrieval, score_threshold: null } })}
            >
              {t('hits.none.lower')}
            </button>
          )}
        />
      )}
      {data.records.length > 0 && (
        // Another answer begins with nothing chosen.
        <FoundList key={search.submittedAt} base={base} query={variables.query} result={data} threshold={threshold} />
      )}
    </section>
  );
}
