import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { isProcessing, stages } from '../progress';
import { watchedQuery } from '../queries';
import type { KnowledgeBase } from '../types';
import { currentUploads, subscribeUploads } from '../uploads/uploads';
import { ProcessingRow } from './ProcessingRow';
import { UploadRow } from './UploadRow';
import './ProcessingPanel.css';

/** More rows than this would push the documents themselves out of sight. */
const shown = 8;

/** The files that are being sent and the documents that the server works on, with what went wrong in its place. */
export function ProcessingPanel({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const [isFolded, setFolded] = useState(false);
  const uploads = useSyncExternalStore(subscribeUploads, currentUploads).filter((one) => one.base === base.id);
  const { data: watched = [] } = useQuery(watchedQuery(ws, base.id, base.processing_count > 0));

  const open = watched.filter(({ status }) => status !== 'completed');
  if (uploads.length === 0 && open.length === 0) return null;

  const working = uploads.filter(({ error }) => error === undefined).length
    + open.filter(({ status }) => isProcessing(status)).length;
  // What the server has at hand stands above what still waits.
  const documents = open.toSorted((one, other) => rank(one.status) - rank(other.status));
  const rows = [
    ...uploads.map((one) => <UploadRow key={`upload ${one.id}`} upload={one} />),
    ...documents.map((one) => <ProcessingRow key={one.id} document={one} />),
  ];
  return (
    <section className="md-processing" aria-label={t('processing.title')}>
      <header>
        <button
          type="button" className="md-icon-button" aria-expanded={!isFolded} aria-label={t('processing.fold')}
          onClick={() => setFolded(!isFolded)}
        >
          {isFolded ? <ChevronRight size={15} /> : <ChevronDown size={15} />}
        </button>
        <h2 role="status">{working > 0 ? t('processing.files', { count: working }) : t('processing.stopped')}</h2>
        <span className="md-meta md-num">
          {t('processing.done', { done: watched.length - open.length, total: watched.length + uploads.length })}
        </span>
        <span className="md-meta md-processing-stages">{stages.map((stage) => t(`stage.${stage}`)).join(' · ')}</span>
      </header>
      {!isFolded && <ul>{rows.slice(0, shown)}</ul>}
      {!isFolded && rows.length > shown && (
        <p className="md-meta md-processing-rest">{t('processing.rest', { count: rows.length - shown })}</p>
      )}
    </section>
  );
}

const rank = (status: string) => (status === 'waiting' ? 2 : status === 'error' ? 1 : 0);
