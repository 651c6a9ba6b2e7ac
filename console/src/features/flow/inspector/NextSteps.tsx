import { useReactFlow } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useEditor, useFlow } from '../canvas/FlowContext';
import { infoOf } from '../forms/nodeTypes';
import { remove } from '../model/commands';
import { connect, nodeOf, obstacleOf } from '../model/connect';
import type { GraphNode } from '../model/graph';
import { pinsOf } from '../model/nodes';

/** What follows a node, pin by pin: the way to connect without a pointer. */
export function NextSteps({ node }: { node: GraphNode }) {
  const { t } = useTranslation(['flow', 'flowNodes']);
  const { editor, openAdd, openNode, readOnly } = useFlow();
  const { fitView } = useReactFlow();
  const graph = useEditor((state) => state.config.graph);
  const pins = pinsOf(node);
  if (pins.length === 0) return null;
  const titleOf = (id: string) => {
    const data = nodeOf(graph, id)?.data;
    return data ? data.title || t(infoOf(data).titleKey) : id;
  };
  return (
    <section className="md-next">
      <h3>{t('next')}</h3>
      {pins.map((pin, at) => {
        const edges = graph.edges.filter((edge) => edge.source === node.id && (edge.sourceHandle || 'source') === pin.id);
        const free = graph.nodes.filter(({ id }) => !obstacleOf(graph, { source: node.id, sourceHandle: pin.id, target: id }));
        const name = pin.label || (pin.labelKey ? t(pin.labelKey, { rank: at }) : t('pin.out'));
        return (
          <div key={pin.id} className="md-next-pin">
            {pins.length > 1 && <span className="md-meta">{name}</span>}
            <ul>
              {edges.map((edge) => (
                <li key={edge.id}>
                  <button
                    type="button" className="md-link md-ellipsis"
                    onClick={() => {
                      editor.choose([edge.target]);
                      openNode(edge.target);
                      void fitView({ nodes: [{ id: edge.target }], maxZoom: 1, padding: 1, duration: 200 });
                    }}
                  >
                    {titleOf(edge.target)}
                  </button>
                  {!readOnly && (
                    <button
                      type="button" className="md-icon-button" aria-label={t('next.cut', { name: titleOf(edge.target) })}
                      onClick={() => editor.changeGraph('remove', (before) => remove(before, [], [edge.id]))}
                    >
                      <X size={13} />
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {!readOnly && (
              <div className="md-next-acts">
                <button
                  type="button" className="md-link"
                  onClick={({ currentTarget }) => {
                    const box = currentTarget.getBoundingClientRect();
                    openAdd({ at: { x: box.left, y: box.bottom + 4 }, from: { node: node.id, pin: pin.id } });
                  }}
                >
                  <Plus size={13} /> {t('next.add')}
                </button>
                {free.length > 0 && (
                  <select
                    aria-label={t('next.connect', { name })} value="" onChange={({ target }) => editor.changeGraph(
                      'connect', (before) => connect(before, { source: node.id, sourceHandle: pin.id, target: target.value }),
                    )}
                  >
                    <option value="">{t('next.connect.choose')}</option>
                    {free.map(({ id }) => <option key={id} value={id}>{titleOf(id)}</option>)}
                  </select>
                )}
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}
