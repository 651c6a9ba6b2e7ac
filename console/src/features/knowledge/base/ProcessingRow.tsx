import { useQueryClient } from '@tanstack/react-query';
import { FileText, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { bytes, count } from '../../../ui/format';
import { StageTrack } from '../../../ui/states/StageTrack';
import { unwatch } from '../documentCache';
import { countedFact, isProcessing, stageProgress, stages } from '../progress';
import type { KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';

/** A document that the server works on, or that failed while somebody watched. */
export function ProcessingRow({ document }: { document: KnowledgeDocument }) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const acts = useDocumentActs();
  const mayChange = useCan('knowledge.update');
  const { id, name, size, status, error, knowledge_base_id: base } = document;
  const { done, fraction } = stageProgress(document);
  const words = useFact(document);

  return (
    <li data-failed={status === 'error' || undefined}>
      <FileText size={15} aria-hidden />
      <Link className="md-ellipsis" to={`/w/${ws}/knowledge/${base}/documents/${id}`}>{name}</Link>
      <span className="md-num md-quiet">{bytes(size)}</span>
      <StageTrack
        stages={stages.map((stage) => t(`stage.${stage}`))} done={done} fraction={fraction} failed={status === 'error'}
        label={`${name}: ${words}`}
      />
      <span className="md-processing-fact" title={error ?? undefined}>{words}</span>
      <span className="md-processing-acts">
        {status === 'error' && mayChange && (
          <button type="button" className="md-icon-button" aria-label={t('act.retry', { name })} onClick={() => void acts.retry(document)}>
            <RotateCw size={14} />
          </button>
        )}
        {isProcessing(status) ? mayChange && (
          <button type="button" className="md-icon-button" aria-label={t('act.cancel', { name })} onClick={() => void acts.cancel(document)}>
            <X size={14} />
          </button>
        ) : (
          <button type="button" className="md-icon-button" aria-label={t('act.dismiss', { name })} onClick={() => unwatch(cache, ws, base, id)}>
            <X size={14} />
          </button>
        )}
      </span>
    </li>
  );
}

/** Where a document stands, in words: the counted fact, the sentence of its failure, or the stage. */
function useFact({ status, fact, error }: KnowledgeDocument): string {
  const { t } = useTranslation('knowledge');
  if (status === 'error') return error ?? t('error.unknown');
  const counted = countedFact(fact);
  if (counted && counted.stage === status) {
    return t('fact.chunks', { stage: t(`stage.${status}`), done: count(counted.done), total: count(counted.total) });
  }
  return t(`common:state.${status}`);
}
