import { ReactFlowProvider } from '@xyflow/react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';
import { useCan, useWorkspaceId } from '../../../api/queries';
import type { App, Draft } from '../../../ui/chat/queries';
import { useDraft } from '../../apps/draft/useDraft';
import { runsKey } from '../api/runs';
import type { Flow } from '../canvas/FlowContext';
import { FlowEditor } from '../editor/FlowEditor';
import { RunStore } from '../run/RunStore';
import { FlowBody, type Panel } from './FlowBody';

const phone = matchMedia('(max-width: 759px)');
const subscribePhone = (listener: () => void) => {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
};

/** What lives as long as the page of one app: its draft, its history, its run. */
export function FlowScreen({ app, draft }: { app: App; draft: Draft }) {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const { saver, state } = useDraft(app, draft);
  const [editor] = useState(() => new FlowEditor(saver));
  const [runs] = useState(() => new RunStore(app.id));
  const [params] = useSearchParams();
  const compared = Number(params.get('compare'));
  const [panel, setPanel] = useState<Panel | undefined>(compared > 0 ? { name: 'compare', version: compared } : undefined);
  const isPhone = useSyncExternalStore(subscribePhone, () => phone.matches);
  const readOnly = !useCan('apps.update') || isPhone;

  useEffect(() => {
    editor.setReadOnly(readOnly);
  }, [editor, readOnly]);
  useEffect(() => {
    runs.setOnEnd(() => void cache.invalidateQueries({ queryKey: runsKey(ws, app.id) }));
    return runs.close;
  }, [runs, cache, ws, app.id]);

  const openNode = useCallback((node: string) => setPanel({ name: 'node', node }), []);
  const flow = useMemo<Omit<Flow, 'openAdd'>>(
    () => ({ app, isChat: app.mode === 'advanced-chat', readOnly, editor, runs, openNode }), [app, readOnly, editor, runs, openNode],
  );
  return (
    <ReactFlowProvider>
      <FlowBody flow={flow} saver={saver} state={state} panel={panel} onPanel={setPanel} />
    </ReactFlowProvider>
  );
}

