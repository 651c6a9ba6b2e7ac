import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { unwatch } from '../documentCache';
import { isProcessing } from '../progress';
import type { KnowledgeDocument } from '../types';
import { useDocumentActs } from '../useDocumentActs';
import { dropUpload, isTravelling, type Upload } from '../uploads/uploads';
import { useBaseActs } from './useBaseActs';

interface ProcessingActsProps {
  base: string;
  documents: readonly KnowledgeDocument[];
  uploads: readonly Upload[];
}

/** What can be done with all that is in work. The server does it for the whole base, also for what the panel does not list. */
export function ProcessingActs({ base, documents, uploads }: ProcessingActsProps) {
  const { t } = useTranslation('documents');
  const { pause, resume, retryFailed } = useBaseActs(base);
  const { cancel } = useDocumentActs();
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const mayChange = useCan('knowledge.update');
  if (!mayChange) return null;

  const working = documents.filter(({ status }) => isProcessing(status));
  const stoppable = [...working, ...documents.filter(({ status }) => status === 'paused')];
  const travelling = uploads.filter(isTravelling);
  const ended = documents.filter(({ status }) => !isProcessing(status) && status !== 'paused');
  // A lost one waits for its file.
  const settled = uploads.filter((one) => !isTravelling(one) && one.state !== 'lost');
  const dismissAll = () => {
    for (const { id } of settled) dropUpload(id);
    for (const { id } of ended) unwatch(cache, ws, base, id);
  };
  const cancelAll = () => {
    for (const { id } of travelling) dropUpload(id);
    for (const one of stoppable) void cancel(one);
  };
  return (
    <span className="md-processing-all">
      {working.length > 0 && <AllAct label={t('all.pause')} run={() => void pause()} />}
      {documents.some(({ status }) => status === 'paused') && <AllAct label={t('all.resume')} run={() => void resume()} />}
      {documents.some(({ status }) => status === 'error') && <AllAct label={t('all.retry')} run={() => void retryFailed()} />}
      {ended.length + settled.length > 1 && <AllAct label={t('all.dismiss')} run={dismissAll} />}
      {stoppable.length + travelling.length > 1 && <AllAct label={t('all.cancel')} run={cancelAll} />}
    </span>
  );
}

function AllAct({ label, run }: { label: string; run: () => void }) {
  return <button type="button" className="md-link" onClick={run}>{label}</button>;
}
