import { Handle, Position, type NodeProps } from '@xyflow/react';
import { CirclePlay } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewNode } from '../editor/viewNodes';
import { useFlow } from './FlowContext';

/** Where each round of a container begins. */
export const StartDot = memo(function StartDot({ id }: NodeProps<ViewNode>) {
  const { t } = useTranslation('flow');
  const { openAdd, readOnly } = useFlow();
  return (
    <div className="md-start-dot" title={t('container.start')}>
      <CirclePlay size={16} aria-label={t('container.start')} />
      <Handle
        type="source" id="source" position={Position.Right} className="md-pin" aria-label={t('pin.add')}
        onClick={(event) => {
          if (readOnly) return;
          event.stopPropagation();
          openAdd({ at: { x: event.clientX + 12, y: event.clientY }, from: { node: id, pin: 'source' } });
        }}
      />
    </div>
  );
});
