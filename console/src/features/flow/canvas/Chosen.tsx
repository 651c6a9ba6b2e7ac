import { Panel } from '@xyflow/react';
import { AlignHorizontalJustifyStart, Copy, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../../../ui/menu/MenuButton';
import { duplicate, removeChosen } from '../editor/acts';
import { align, alignments } from '../model/align';
import { useEditor, useFlow } from './FlowContext';
import { Tool } from './Tool';

/** What can be done with several nodes at once. */
export function Chosen() {
  const { t } = useTranslation('flow');
  const { editor } = useFlow();
  const chosen = useEditor((state) => state.chosen);
  const nodes = editor.graph.nodes.filter(({ id }) => chosen.has(id));
  if (nodes.length < 2) return null;
  const ids = nodes.map(({ id }) => id);
  return (
    <Panel position="top-center" className="md-flow-tools" role="toolbar" aria-label={t('chosen')}>
      <span className="md-flow-count">{t('chosen.count', { count: nodes.length })}</span>
      <MenuButton
        className="md-flow-tool" aria-label={t('align')} title={t('align')}
        items={alignments.map((how) => ({ key: how, label: t(`align.${how}`), onClick: () => editor.changeGraph('align', (graph) => align(graph, ids, how)) }))}
      >
        <AlignHorizontalJustifyStart size={15} />
      </MenuButton>
      <Tool label={t('duplicate')} onClick={() => duplicate(editor, ids)}><Copy size={15} /></Tool>
      <Tool label={t('common:delete')} onClick={() => removeChosen(editor)}><Trash2 size={15} /></Tool>
    </Panel>
  );
}
