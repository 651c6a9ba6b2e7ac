import { Handle, NodeResizer, Position, type NodeProps } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { infoOf } from '../forms/nodeTypes';
import { leastSize } from '../model/containers';
import { resize } from '../model/commands';
import { pinsOf } from '../model/nodes';
import type { ViewNode } from '../editor/viewNodes';
import { ProblemsContext, useFlow } from './FlowContext';
import { Ledger } from './Ledger';
import { codeOf, familyOf } from './looks';
import { OutPinView } from './OutPinView';

/** An iteration or a loop: what happens in it stands on the same paper, inside. */
export const ContainerCard = memo(function ContainerCard({ id, data: { node }, selected }: NodeProps<ViewNode>) {
  const { t } = useTranslation(['flow', 'flowNodes']);
  const { editor, openAdd, readOnly } = useFlow();
  const problems = useContext(ProblemsContext).get(id);
  const info = infoOf(node.data);
  const Icon = info.icon;
  const least = leastSize(editor.graph, id);
  return (
    <div className="md-container" data-family={familyOf(node.data)}>
      {!readOnly && (
        <NodeResizer
          isVisible={selected} minWidth={least.width} minHeight={least.height} lineClassName="md-resize-line" handleClassName="md-resize-handle"
          onResizeEnd={(_, { width, height, x, y }) => editor.changeGraph('resize', (graph) => resize(graph, id, { width, height }, { x, y }))}
        />
      )}
      <header className="md-flow-grip">
        <Icon size={14} aria-hidden />
        <strong className="md-ellipsis">{node.data.title || t(info.titleKey)}</strong>
        {node.data.is_parallel === true && <span className="md-meta">{t('card.parallel', { count: Number(node.data.parallel_nums ?? 10) })}</span>}
        {problems && <span className="md-node-problem" title={problems.join('\n')} role="img" aria-label={t('problems.count', { count: problems.length })}>!</span>}
        <code>{codeOf(node.data)}</code>
        {!readOnly && (
          <button
            type="button" className="md-icon-button nodrag" aria-label={t('container.add')} title={t('container.add')}
            onClick={(event) => openAdd({ at: { x: event.clientX, y: event.clientY }, parentId: id })}
          >
            <Plus size={14} />
          </button>
        )}
      </header>
      <Handle type="target" id="target" position={Position.Left} className="md-pin md-pin-in" aria-label={t('pin.in')} />
      {pinsOf(node).map((pin) => <OutPinView key={pin.id} node={id} pin={pin} isHead />)}
      <Ledger node={id} />
    </div>
  );
});
