import { Button } from 'antd';
import { Pause, Play, RotateCw, Square } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { count, duration } from '../../../ui/format';
import { StageTrack } from '../../../ui/states/StageTrack';
import { documentFact } from '../documentFact';
import { warningText } from '../documentWarning';
import { isProcessing, stageProgress, stages } from '../progress';
import type { KnowledgeDocument } from '../types';
import { useDocumentControl } from './useDocumentControl';

/** How far a document is that cannot be read whole yet, what of it could not be read, or why it never will be. */
export function WorkPanel({ document }: { document: KnowledgeDocument }) {
  const { t } = useTranslation('document');
  const { status, error_code: code, warning, seconds_left: left, chunk_count: chunks } = document;
  const isOpen = isProcessing(status) || status === 'paused' || status === 'error' || status === 'cancelled';
  if (!isOpen) return warning ? <p className="md-document-warning" role="note"><span aria-hidden>! </span>{warningText(warning)}</p> : null;
  const { done, fraction } = stageProgress(document);
  const hasFailed = status === 'error';
  const words = documentFact(document);

  return (
    <section className="md-document-work" aria-label={t('knowledge:processing.title')} role="status" data-failed={hasFailed || undefined}>
      <p>{t(`work.${isProcessing(status) ? 'running' : status}`)}{chunks > 0 && ` ${t('work.ready', { count: chunks, shown: count(chunks) })}`}</p>
      <StageTrack
        stages={stages.map((stage) => t(`knowledge:stage.${stage}`))} done={done} fraction={fraction} failed={hasFailed} label={words}
      />
      <p className="md-document-work-fact">
        {words}
        {hasFailed && code && <code className="md-mono md-quiet"> {code}</code>}
        {isProcessing(status) && left !== null && <span className="md-quiet"> · {t('work.left', { time: duration(left) })}</span>}
      </p>
      <Control document={document} />
    </section>
  );
}

function Control({ document }: { document: KnowledgeDocument }) {
  const { t } = useTranslation('document');
  const control = useDocumentControl(document);
  const mayChange = useCan('knowledge.update');
  const [busy, setBusy] = useState<string>();
  if (!mayChange) return null;
  const { status } = document;
  const run = async (what: keyof typeof control) => {
    setBusy(what);
    await control[what]();
    setBusy(undefined);
  };
  const acts = isProcessing(status) ? [['pause', Pause], ['cancel', Square]] as const
    : status === 'paused' ? [['resume', Play], ['cancel', Square]] as const
      : [['retry', RotateCw]] as const;
  return (
    <div className="md-document-work-acts">
      {acts.map(([what, Icon]) => (
        <Button key={what} size="small" icon={<Icon size={14} />} loading={busy === what} onClick={() => void run(what)}>
          {t(`work.act.${what}`)}
        </Button>
      ))}
    </div>
  );
}
