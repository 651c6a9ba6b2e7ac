import { Suspense, useCallback, useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../../../ui/acts/acts';
import { Loading } from '../../../ui/faces/Loading';
import { toast } from '../../../ui/toast/toast';
import type { DraftSaver, DraftState } from '../../apps/draft/DraftSaver';
import { KeptDraftNote } from '../../apps/draft/laterKept';
import { Canvas } from '../canvas/Canvas';
import { FlowContext, ProblemsContext, type Flow } from '../canvas/FlowContext';
import type { Painting } from '../canvas/painting';
import { useAdd } from '../canvas/useAdd';
import { FlowHeader } from './FlowHeader';
import {
  ChatPanel, ComparePanel, DraftTrouble, FeaturesPanel, FlowDrawers, HistoryPanel, Inspector, ProblemsPanel, RunPanel, TraceDock, VariablesPanel, type PanelName,
} from './panels';
import { useProblems } from './useProblems';
import './page.css';

export interface Panel {
  name: PanelName;
  node?: string;
  /** That the draft is compared with. */
  version?: number;
}

interface FlowBodyProps {
  flow: Omit<Flow, 'openAdd'>;
  saver: DraftSaver;
  state: DraftState;
  panel: Panel | undefined;
  onPanel: (panel: Panel | undefined) => void;
}

/** The canvas with its header, the panel at its right and the trace below. */
export function FlowBody({ flow: given, saver, state, panel, onPanel }: FlowBodyProps) {
  const { t } = useTranslation(['flow', 'flowNodes', 'apps']);
  const { app, editor, runs, isChat, openNode, readOnly } = given;
  const adding = useAdd(editor, openNode);
  const { open: openAdd } = adding;
  const flow = useMemo<Flow>(() => ({ ...given, openAdd }), [given, openAdd]);
  const [drawer, setDrawer] = useState<'publish' | 'conflict'>();
  const [painted, setPainted] = useState<{ painting?: Painting }>({});
  const paint = useCallback((painting?: Painting) => setPainted({ painting }), []);
  const [showsTrace, setShowsTrace] = useState(true);
  const hasRun = useSyncExternalStore(runs.subscribe, () => runs.state().status !== undefined);

  // Later than what is typed: the whole graph is gone through.
  const config = useDeferredValue(useSyncExternalStore(editor.subscribe, () => editor.state().config));
  const problems = useProblems(config, isChat);
  const sentences = useMemo(() => {
    const byNode = new Map<string, string[]>();
    for (const { nodeId, key, values } of problems) if (nodeId) byNode.set(nodeId, [...byNode.get(nodeId) ?? [], t(key, values)]);
    return byNode;
  }, [problems, t]);

  const run = () => onPanel({ name: isChat ? 'chat' : 'run' });
  const publish = () => {
    const errors = problems.filter(({ isError }) => isError).length;
    if (errors > 0) {
      onPanel({ name: 'problems' });
      toast(t('publish.refused', { count: errors }), { tone: 'error' });
      return;
    }
    void saver.saveNow().then(() => setDrawer(saver.state().status === 'conflict' ? 'conflict' : 'publish'));
  };
  useActs([
    { id: 'flow.save', label: t('apps:act.save'), keys: 'mod+s', group: 'object', run: () => void saver.saveNow() },
    { id: 'flow.run', label: t('run'), keys: 'mod+enter', group: 'object', run },
    { id: 'flow.stop', label: t('stop'), keys: '.', group: 'object', run: () => void runs.stop() },
    { id: 'flow.trace', label: t('trace'), keys: 't', group: 'object', run: () => setShowsTrace(!showsTrace) },
    { id: 'flow.publish', label: t('apps:publish'), keys: 'mod+shift+p', group: 'object', run: publish },
  ]);
  const close = () => onPanel(undefined);

  return (
    <FlowContext value={flow}>
      <ProblemsContext value={sentences}>
        <div className="md-page">
          <FlowHeader app={app} state={state} problems={problems} panel={panel?.name} onPanel={(name) => onPanel(panel?.name === name ? undefined : { name })} onRun={run} onPublish={publish} />
          {(state.status === 'conflict' || state.status === 'failed') && (
            <Suspense fallback={null}><DraftTrouble state={state} onCompare={() => setDrawer('conflict')} onRetry={() => void saver.saveNow()} /></Suspense>
          )}
          <Suspense fallback={null}><KeptDraftNote app={app.id} saver={saver} readOnly={readOnly} /></Suspense>
          <div className="md-flow">
            <div className="md-flow-main">
              <Canvas adding={adding} painting={painted.painting} />
              {hasRun && showsTrace && <Suspense fallback={null}><TraceDock onClose={() => setShowsTrace(false)} /></Suspense>}
              {hasRun && !showsTrace && <button type="button" className="md-flow-trace-open" onClick={() => setShowsTrace(true)}>{t('trace')}</button>}
            </div>
            {panel && (
              <Suspense fallback={<aside className="md-inspector" aria-busy><Loading /></aside>}>
                {panel.name === 'node' && panel.node && <Inspector key={panel.node} node={panel.node} save={saver.saveNow} onClose={close} />}
                {panel.name === 'run' && <RunPanel save={saver.saveNow} onClose={close} />}
                {panel.name === 'chat' && <ChatPanel save={saver.saveNow} onClose={close} />}
                {panel.name === 'variables' && <VariablesPanel onClose={close} />}
                {panel.name === 'features' && <FeaturesPanel onClose={close} />}
                {panel.name === 'problems' && <ProblemsPanel problems={problems} onClose={close} />}
                {panel.name === 'compare' && <ComparePanel version={panel.version} onPaint={paint} onClose={close} />}
                {panel.name === 'history' && <HistoryPanel onClose={close} />}
              </Suspense>
            )}
          </div>
          {drawer && <Suspense fallback={null}><FlowDrawers open={drawer} app={app} saver={saver} state={state} onClose={() => setDrawer(undefined)} /></Suspense>}
          {readOnly && <p className="md-hidden" role="status">{t('read_only')}</p>}
        </div>
      </ProblemsContext>
    </FlowContext>
  );
}
