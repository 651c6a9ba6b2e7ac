import { Handle, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { OutPin } from '../model/nodes';
import { useEditor, useFlow } from './FlowContext';

/** A place from which edges begin: dragged to another node, or clicked for the list of what can follow. */
export function OutPinView({ node, pin, isHead = false }: { node: string; pin: OutPin; isHead?: boolean }) {
  const { t } = useTranslation('flow');
  const { openAdd, readOnly } = useFlow();
  const isTaken = useEditor(({ config }) => config.graph.edges.some((edge) => edge.source === node && (edge.sourceHandle || 'source') === pin.id));
  return (
    <Handle
      type="source" id={pin.id} position={Position.Right} className={isHead ? 'md-pin md-pin-head' : 'md-pin'} data-taken={isTaken || undefined}
      data-kind={pin.kind} aria-label={t('pin.add')} title={readOnly ? undefined : t('pin.add')}
      onClick={(event) => {
        if (readOnly) return;
        event.stopPropagation();
        openAdd({ at: { x: event.clientX + 12, y: event.clientY }, from: { node, pin: pin.id } });
      }}
    />
  );
}
