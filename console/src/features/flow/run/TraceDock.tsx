import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { count } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { useFlow, useRun } from '../canvas/FlowContext';
import { isLive, tokensOf } from './runState';
import { Trace } from './Trace';

const limits = { least: 120, most: 480 };
let height = 210;

/** The run that the canvas shows, docked below it. */
export function TraceDock({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('flowRun');
  const { app, editor, openNode, runs } = useFlow();
  const ws = useWorkspaceId();
  const run = useRun((state) => state);
  const [drawn, setDrawn] = useState(height);
  const [now, setNow] = useState(() => Date.now());
  const element = useRef<HTMLElement>(null);
  const live = isLive(run);
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [live]);
  const set = (next: number) => {
    height = Math.max(limits.least, Math.min(limits.most, next));
    setDrawn(height);
  };
  return (
    <section ref={element} className="md-trace-dock" style={{ height: drawn }} aria-label={t('trace')}>
      <div
        className="md-trace-edge" role="separator" aria-orientation="horizontal" aria-label={t('trace.height')} aria-valuenow={drawn} aria-valuemin={limits.least}
        aria-valuemax={limits.most} tabIndex={0}
        onKeyDown={({ key }) => (key === 'ArrowUp' ? set(drawn + 16) : key === 'ArrowDown' ? set(drawn - 16) : undefined)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) set(element.current!.getBoundingClientRect().bottom - event.clientY);
        }}
      />
      <header>
        <h2>{runs.node() ? t('trace.node') : t('trace.run')}</h2>
        {run.status && <StateTag state={run.status} />}
        <span className="md-meta md-num">{t('trace.facts', { steps: count(run.steps.length), tokens: count(tokensOf(run)) })}</span>
        {run.id && <Link className="md-trace-page" to={`/w/${ws}/apps/${app.id}/runs/${run.id}`}>{t('trace.page')}</Link>}
        <button type="button" className="md-icon-button" aria-label={t('common:close')} onClick={onClose}><X size={15} /></button>
      </header>
      <Trace
        run={run} now={now} events={runs.events()}
        onNode={(id) => {
          editor.choose([id]);
          openNode(id);
        }}
      />
    </section>
  );
}
