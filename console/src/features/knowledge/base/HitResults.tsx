import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { Loading } from '../../../ui/faces/Loading';
import { Marked } from '../document/Marked';
import type { KnowledgeBase, RetrievalRecord } from '../types';
import type { HitQuestion } from './HitForm';

interface HitResultsProps {
  base: KnowledgeBase;
  search: UseMutationResult<RetrievalRecord[], unknown, HitQuestion>;
}

/** The passages that came back, best first. */
export function HitResults({ base, search }: HitResultsProps) {
  const { t } = useTranslation('knowledge');
  const { data, error, isPending, variables, mutate } = search;

  if (isPending) return <div className="md-hits"><Loading rows={4} rowHeight={110} /></div>;
  if (error) return <div className="md-hits"><ErrorFace error={error} onRetry={() => variables && mutate(variables)} /></div>;
  if (!data) return <div className="md-hits"><Empty title={t('hits.start.title')} text={t('hits.start.text')} /></div>;
  if (data.length === 0) {
    const threshold = variables?.score_threshold ?? 0;
    return (
      <div className="md-hits">
        <Empty
          title={t('hits.none.title')}
          text={threshold > 0 ? t('hits.none.threshold', { threshold }) : t('hits.none.text')}
          action={threshold > 0 && variables && (
            <button type="button" className="md-link" onClick={() => mutate({ ...variables, score_threshold: null })}>
              {t('hits.none.lower')}
            </button>
          )}
        />
      </div>
    );
  }
  return (
    <section className="md-hits" aria-label={t('hits.results')}>
      <p className="md-meta" role="status">{t('hits.found', { count: data.length })}</p>
      <ol>{data.map((record, at) => <Hit key={record.chunk.id} base={base.id} record={record} rank={at + 1} />)}</ol>
    </section>
  );
}

function Hit({ base, record, rank }: { base: string; record: RetrievalRecord; rank: number }) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const { content, score, document, chunk, highlights } = record;
  return (
    <li className="md-hit">
      <div className="md-hit-head">
        <span className="md-num md-quiet">{rank}</span>
        <span className="md-hit-bar" aria-hidden><span style={{ transform: `scaleX(${Math.min(1, score)})` }} /></span>
        <span className="md-num" title={t('hits.score')}>{score.toFixed(3)}</span>
        <span className="md-ellipsis md-hit-document">{document.name}</span>
        <span className="md-meta md-num">
          #{chunk.position}{chunk.page !== null && ` · ${t('chunk.page', { page: chunk.page })}`}
        </span>
        <Link to={`/w/${ws}/knowledge/${base}/documents/${document.id}?chunk=${chunk.id}`}>{t('hits.open')}</Link>
      </div>
      <p className="md-hit-text"><Marked text={content} marks={highlights} /></p>
    </li>
  );
}
