import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/faces/Empty';
import { useEditor, useFlow } from '../canvas/FlowContext';
import type { FlowProblem } from '../forms/variables';
import { PanelFrame } from './PanelFrame';

/** What would go wrong, by node; a line goes there. */
export function ProblemsPanel({ problems, onClose }: { problems: readonly FlowProblem[]; onClose: () => void }) {
  const { t } = useTranslation(['flow', 'flowNodes']);
  const { editor, openNode } = useFlow();
  const { fitView } = useReactFlow();
  const nodes = useEditor((state) => state.config.graph.nodes);
  const go = (id: string) => {
    editor.choose([id]);
    openNode(id);
    void fitView({ nodes: [{ id }], maxZoom: 1, padding: 1, duration: 200 });
  };
  return (
    <PanelFrame title={t('problems')} label={t('problems')} onClose={onClose}>
      {problems.length === 0 && <Empty compact title={t('problems.none')} text={t('problems.none.text')} />}
      <ul className="md-problems">
        {problems.map(({ nodeId, key, values, isError }, at) => {
          const node = nodes.find(({ id }) => id === nodeId);
          const words = <><span aria-hidden>{isError ? '✕' : '!'}</span><span>{node && <strong>{node.data.title || node.data.type}</strong>} {t(key, values)}</span></>;
          return (
            <li key={at} data-tone={isError ? 'err' : 'warn'}>
              {nodeId ? <button type="button" onClick={() => go(nodeId)}>{words}</button> : <p>{words}</p>}
            </li>
          );
        })}
      </ul>
    </PanelFrame>
  );
}
