import { useQueryClient } from '@tanstack/react-query';
import { FileText, Pause, Play, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { bytes, duration } from '../../../ui/format';
import { StageTrack } from '../../../ui/states/StageTrack';
import { documentFact } from '../documentFact';
import { warningText } from '../documentWarning';
import { unwatch } from '../documentCache';
import { isProcessing, stageProgress, stages } from '../progress';
import type { KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';
import { RowAct } from './RowAct';

/** A document that the server works on, that is held back, or that failed while somebody watched. */
export function ProcessingRow({ document }: { document: KnowledgeDocument }) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const acts = useDocumentActs();
  const mayChange = useCan('knowledge.update');
  const { id, name, size, status, error, error_code, warning, seconds_left, knowledge_base_id: base } = document;
  const { done, fraction } = stageProgress(document);
  const isFailed = status === 'error';
  const isPaused = status === 'paused';
  const words = documentFact(document);

  return (
    <li data-failed={isFailed || undefined} data-paused={isPaused || undefined} data-waiting={status === 'waiting' || undefined}>
      <FileText size={15} aria-hidden />
      <Link className="md-ellipsis" to={`/w/${ws}/knowledge/${base}/documents/${id}`}>{name}</Link>
      <span className="md-num md-quiet">{bytes(size)}</span>
      <StageTrack
        stages={stages.map((stage) => t(`knowledge:stage.${stage}`))} done={done} fraction={fraction} failed={isFailed}
        label={`${name}: ${words}`}
      />
      <span className="md-processing-fact" title={error ?? (warning === null ? undefined : warningText(warning))}>
        {words}
        {isProcessing(status) && seconds_left !== null && (
          <span className="md-quiet"> · {t('left.about', { time: duration(seconds_left) })}</span>
        )}
        {isFailed && error_code && <code className="md-processing-code">{error_code}</code>}
        {!isFailed && warning && <span className="md-processing-warning">! {warningText(warning)}</span>}
      </span>
      <span className="md-processing-acts">
        {mayChange && isFailed && (
          <RowAct icon={RotateCw} label={t('knowledge:act.retry', { name })} run={() => void acts.retry(document)} />
        )}
        {mayChange && isProcessing(status) && (
          <RowAct icon={Pause} label={t('act.pause', { name })} run={() => void acts.pause(document)} />
        )}
        {mayChange && isPaused && (
          <RowAct icon={Play} label={t('act.resume', { name })} run={() => void acts.resume(document)} />
        )}
        {mayChange && (isProcessing(status) || isPaused) && (
          <RowAct icon={X} label={t('knowledge:act.cancel', { name })} run={() => void acts.cancel(document)} />
        )}
        {!isProcessing(status) && !isPaused && (
          <RowAct icon={X} label={t('knowledge:act.dismiss', { name })} run={() => unwatch(cache, ws, base, id)} />
        )}
      </span>
    </li>
  );
}
