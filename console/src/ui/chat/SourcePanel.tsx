import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem, problemText } from '../../api/problem';
import { Loading } from '../faces/Loading';
import { Peek } from '../overlays/Peek';
import { callsOf, useChatBackend } from './ChatBackend';
import { findPassage, paragraphsOf } from './passage';
import { placeOf } from './placeOf';
import type { Citation } from './types';
import './SourcePanel.css';
import './Sources.css';

interface DocumentText {
  text: string;
  offset: number;
  total: number;
  highlight: { start: number; length: number } | null;
}

interface SourcePanelProps {
  citation: Citation;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
}

/** The cited passage in the text of its document, beside the answer. */
export function SourcePanel({ citation, onStep, onClose }: SourcePanelProps) {
  const { t } = useTranslation('chat');
  const backend = useChatBackend();
  const { scope, textPath, SourceLink } = backend;
  const document = useQuery({
    queryKey: ['knowledge', scope, 'text', citation.document_id, citation.segment_id],
    queryFn: ({ signal }) => callsOf(backend).get<DocumentText>(
      textPath!(citation), { signal, query: { around: citation.segment_id } },
    ),
    enabled: textPath !== undefined,
    retry: false,
  });

  return (
    <Peek
      title={<><span className="md-cite" data-current aria-hidden>{citation.position}</span> {citation.document_name}</>}
      onClose={onClose}
      actions={(
        <>
          <button type="button" className="md-icon-button" aria-label={t('source.previous')} onClick={() => onStep(-1)}>
            <ChevronLeft size={15} />
          </button>
          <button type="button" className="md-icon-button" aria-label={t('source.next')} onClick={() => onStep(1)}>
            <ChevronRight size={15} />
          </button>
        </>
      )}
    >
      {textPath && document.isPending ? <Loading rows={6} /> : (
        <Passage
          key={citation.segment_id} citation={citation} text={document.data} error={document.error}
          isAll={textPath === undefined}
        />
      )}
      <div className="md-source-foot">
        <span>
          {placeOf(citation, t)}
          {citation.page !== null && ` · ${t('source.chunk', { position: citation.segment_position })}`}
          {` · ${t('source.score', { score: citation.score.toFixed(2) })}`}
        </span>
        {SourceLink && <SourceLink citation={citation} />}
      </div>
    </Peek>
  );
}

interface PassageProps {
  citation: Citation;
  text: DocumentText | undefined;
  error: unknown;
  /** Whether the passage is all that may be shown of its document. */
  isAll: boolean;
}

function Passage({ citation, text, error, isAll }: PassageProps) {
  const { t } = useTranslation('chat');
  const paragraphs = useMemo(() => {
    const range = text && findPassage(text.text, text.highlight, citation.content);
    // What was cited is shown in any case, also when the document of today no longer holds it.
    return text && range
      ? { found: true, list: paragraphsOf(text.text, range) }
      : { found: false, list: paragraphsOf(citation.content, { start: 0, length: citation.content.length }) };
  }, [text, citation.content]);
  const show = useCallback((element: HTMLElement | null) => {
    element?.scrollIntoView({ block: 'center' });
  }, []);

  const note = paragraphs.found || isAll ? undefined : reasonOf(error, t);
  const first = paragraphs.list.findIndex(({ marked }) => marked !== '');
  return (
    <>
      {note && <p className="md-source-note">{note}</p>}
      <div className="md-source-text">
        {paragraphs.list.map(({ before, marked, after }, at) => (
          <p key={at} data-passage={marked !== '' || undefined} ref={at === first ? show : undefined}>
            {before}{marked && <mark>{marked}</mark>}{after}
          </p>
        ))}
      </div>
    </>
  );
}

function reasonOf(error: unknown, t: TFunction<'chat'>): string {
  if (!error) return t('source.changed');
  if (!(error instanceof Problem) || error.status !== 404) return problemText(error);
  // A document that was split anew has other chunks; its text is still there.
  return error.code === 'knowledge.chunk_not_found' ? t('source.changed') : t('source.gone');
}
