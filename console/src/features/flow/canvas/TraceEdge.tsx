import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, type EdgeProps } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remove } from '../model/commands';
import { edgeFace } from '../run/edgeState';
import type { ViewEdge } from '../editor/viewNodes';
import { useFlow, useRun } from './FlowContext';

/** A trace between two pins. In a run it says whether it was taken; under the pointer a node can be put into it. */
export const TraceEdge = memo(function TraceEdge(props: EdgeProps<ViewEdge>) {
  const { id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, selected, data } = props;
  const { t } = useTranslation('flow');
  const { editor, openAdd, readOnly, runs } = useFlow();
  const [near, setNear] = useState(false);
  const face = useRun((run) => (runs.node() || !data ? 'idle' : edgeFace(run, data.edge)));
  const [path, x, y] = getSmoothStepPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, borderRadius: 5, offset: 18 });
  const isFailure = data?.edge.sourceHandle === 'fail-branch';
  return (
    <g data-face={face} data-failure={isFailure || undefined} onPointerEnter={() => setNear(true)} onPointerLeave={() => setNear(false)}>
      <BaseEdge id={id} path={path} interactionWidth={20} />
      {(near || selected) && !readOnly && (
        <EdgeLabelRenderer>
          <div
            className="md-edge-acts nodrag nopan" style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
            onPointerEnter={() => setNear(true)} onPointerLeave={() => setNear(false)}
          >
            <button
              type="button" aria-label={t('edge.add')} title={t('edge.add')}
              onClick={(event) => openAdd({ at: { x: event.clientX, y: event.clientY }, edge: id })}
            >
              <Plus size={13} />
            </button>
            <button
              type="button" aria-label={t('edge.remove')} title={t('edge.remove')}
              onClick={() => editor.changeGraph('remove', (graph) => remove(graph, [], [id]))}
            >
              <X size={13} />
            </button>
          </div>
        </EdgeLabelRenderer>
      )}
    </g>
  );
});
