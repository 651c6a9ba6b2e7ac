import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { duration } from '../../../ui/format';
import { isProcessing, stages } from '../progress';
import { watchedQuery } from '../queries';
import type { KnowledgeBase, KnowledgeDocument } from '../types';
import { currentUploads, isTravelling, subscribeUploads } from '../uploads/uploads';
import { documentsQuery } from './documentLists';
import { ProcessingActs } from './ProcessingActs';
import { ProcessingRow } from './ProcessingRow';
import { UploadRow } from './UploadRow';
import './ProcessingPanel.css';

/** More rows than this would push the documents themselves out of sight. */
const shown = 8;
const foldedPlace = 'middeck.processing.folded';

/** The files that are being sent and the documents that the server works on, with what went wrong in its place. */
export function ProcessingPanel({ base, onChoose }: { base: KnowledgeBase; onChoose: () => void }) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const ws = useWorkspaceId();
  const isPainted = useIsPainted();
  const [isFolded, setFolded] = useState(() => localStorage.getItem(foldedPlace) === '1');
  const uploads = useSyncExternalStore(subscribeUploads, currentUploads).filter((one) => one.base === base.id);
  // The list names those in work before they are asked for; it is read for the table, and by this never.
  const { data: listed = [] } = useInfiniteQuery({ ...documentsQuery(ws, base.id, { q: '', filter: '' }), enabled: false });
  const { data: read } = useQuery(watchedQuery(ws, base.id, { processing: isPainted && base.processing_count > 0, paused: isPainted }));
  const watched = read ?? listed.filter(({ status }) => isProcessing(status));

  const open = watched.filter(({ status }) => status !== 'completed');
  if (uploads.length === 0 && open.length === 0) return null;

  const fold = () => {
    localStorage.setItem(foldedPlace, isFolded ? '0' : '1');
    setFolded(!isFolded);
  };
  const working = uploads.filter(isTravelling).length + open.filter(({ status }) => isProcessing(status)).length;
  // What needs somebody and what moves stand above what still waits.
  const files = uploads.toSorted((one, other) => Number(one.state === 'waiting') - Number(other.state === 'waiting'));
  const documents = open.toSorted((one, other) => rank(one.status) - rank(other.status));
  const all = files.length + documents.length;
  const left = leftOf(open);
  return (
    <section className="md-processing" aria-label={t('knowledge:processing.title')}>
      <header>
        <button
          type="button" className="md-icon-button" aria-expanded={!isFolded} aria-label={t('knowledge:processing.fold')}
          onClick={fold}
        >
          {isFolded ? <ChevronRight size={15} /> : <ChevronDown size={15} />}
        </button>
        <h2 role="status">
          {working > 0 ? t('knowledge:processing.files', { count: working }) : t('knowledge:processing.stopped')}
        </h2>
        <span className="md-meta md-num">
          {t('knowledge:processing.done', { done: watched.length - open.length, total: watched.length + uploads.length })}
        </span>
        {left && <span className="md-meta">{t(left.isLeast ? 'left.least' : 'left.about', { time: duration(left.seconds) })}</span>}
        <span className="md-meta md-processing-stages">{stages.map((stage) => t(`knowledge:stage.${stage}`)).join(' · ')}</span>
        <ProcessingActs base={base.id} documents={open} uploads={uploads} />
      </header>
      {!isFolded && (
        <ul>
          {files.slice(0, shown).map((one) => <UploadRow key={`upload ${one.id}`} upload={one} onChoose={onChoose} />)}
          {documents.slice(0, Math.max(0, shown - files.length)).map((one) => <ProcessingRow key={one.id} document={one} />)}
        </ul>
      )}
      {!isFolded && all > shown && (
        <p className="md-meta md-processing-rest">{t('knowledge:processing.rest', { count: all - shown })}</p>
      )}
    </section>
  );
}

const rank = (status: string) => (status === 'waiting' ? 3 : status === 'paused' ? 2 : status === 'error' ? 1 : 0);

/** The time that the slowest document in work needs; while others wait their turn, all together need more. */
function leftOf(documents: readonly KnowledgeDocument[]): { seconds: number; isLeast: boolean } | undefined {
  const seconds = documents.map((one) => one.seconds_left).filter((one) => one !== null);
  if (seconds.length === 0) return undefined;
  return { seconds: Math.max(...seconds), isLeast: documents.some(({ status }) => status === 'waiting') };
}
