import { Handle, Position, useStore, useUpdateNodeInternals, type NodeProps } from '@xyflow/react';
import { memo, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { infoOf } from '../forms/nodeTypes';
import { hasInput, pinsOf } from '../model/nodes';
import type { ViewNode } from '../editor/viewNodes';
import { CardBoundary } from './CardBoundary';
import { ProblemsContext, useEditor } from './FlowContext';
import { Ledger } from './Ledger';
import { codeOf, familyOf, isKnown } from './looks';
import { OutPinView } from './OutPinView';
import { summaryOf } from './summary';

/** Below this zoom a card is its head alone: what stands in it could not be read. */
export const headOnly = 0.5;
const isFar = ({ transform }: { transform: [number, number, number] }): boolean => transform[2] < headOnly;

/** A node on the canvas. One that cannot be drawn says so and leaves the others alone. */
export const NodeCard = memo(function NodeCard(props: NodeProps<ViewNode>) {
  return <CardBoundary key={String(props.data.node.data.type)}><Card {...props} /></CardBoundary>;
});

function Card({ id, data: { node } }: NodeProps<ViewNode>) {
  const { t } = useTranslation(['flow', 'flowNodes']);
  const far = useStore(isFar);
  const problems = useContext(ProblemsContext).get(id);
  const refresh = useUpdateNodeInternals();
  const pins = pinsOf(node);
  const branches = pins.filter(({ kind }) => kind !== 'main');
  const pinNames = pins.map((pin) => pin.id).join(' ');
  useEffect(() => refresh(id), [refresh, id, pinNames, far]);

  const info = infoOf(node.data);
  const Icon = info.icon;
  return (
    <div className="md-node" data-family={familyOf(node.data)} data-unknown={!isKnown(node.data) || undefined}>
      <header>
        <Icon size={14} aria-hidden />
        <strong className="md-ellipsis">{node.data.title || t(info.titleKey)}</strong>
        {problems && <span className="md-node-problem" title={problems.join('\n')} role="img" aria-label={t('problems.count', { count: problems.length })}>!</span>}
        <code>{codeOf(node.data)}</code>
      </header>
      {hasInput(node) && <Handle type="target" id="target" position={Position.Left} className="md-pin md-pin-in" aria-label={t('pin.in')} />}
      {pins.filter(({ kind }) => kind === 'main').map((pin) => <OutPinView key={pin.id} node={id} pin={pin} isHead />)}
      {far ? branches.map((pin) => <OutPinView key={pin.id} node={id} pin={pin} isHead />) : (
        <>
          {branches.every(({ kind }) => kind === 'failure') && <Summary node={id} />}
          {branches.map((pin, at) => (
            <div key={pin.id} className="md-node-branch" data-kind={pin.kind}>
              {pin.kind === 'branch' && <span className="md-node-rank">{at + 1}</span>}
              <span className="md-ellipsis" title={pin.label}>{pin.label && !pin.labelKey ? pin.label : pin.labelKey ? t(pin.labelKey, { rank: at }) : t('pin.out')}</span>
              <OutPinView node={id} pin={pin} />
            </div>
          ))}
        </>
      )}
      {!far && <Ledger node={id} />}
    </div>
  );
}

function Summary({ node }: { node: string }) {
  const { t } = useTranslation('flow');
  const config = useEditor((state) => state.config);
  const data = config.graph.nodes.find(({ id }) => id === node)?.data;
  if (!data) return null;
  const rows = isKnown(data) ? summaryOf(data, config) : [['unknown', data.type] as const];
  const desc = rows.length === 0 && data.desc ? data.desc : undefined;
  return (
    <>
      {rows.map(([key, value]) => (
        <div key={key} className="md-node-row"><span>{t(`card.${key}`)}</span><span className="md-ellipsis" title={value}>{value}</span></div>
      ))}
      {desc && <div className="md-node-row"><span className="md-ellipsis" title={desc}>{desc}</span></div>}
      {rows.length === 0 && !desc && <div className="md-node-row"><span className="md-quiet">{t('card.empty')}</span></div>}
    </>
  );
}
