import { Panel, useReactFlow, useStore } from '@xyflow/react';
import { CircleHelp, Maximize, Plus, Redo2, Search, StickyNote, Undo2, Workflow } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../../../ui/acts/acts';
import { MenuButton } from '../../../ui/menu/MenuButton';
import { percent } from '../../../ui/format';
import { useEditor, useFlow } from './FlowContext';
import { Tool } from './Tool';
import type { useAdd } from './useAdd';

const Chosen = lazy(async () => ({ default: (await import('./Chosen')).Chosen }));
const Finder = lazy(async () => ({ default: (await import('./Finder')).Finder }));
const KeyHelp = lazy(async () => ({ default: (await import('./KeyHelp')).KeyHelp }));
const zoomOf = ({ transform }: { transform: [number, number, number] }): number => transform[2];

/** What can be done with the canvas, at its lower left; and with what is chosen, above it. */
export function Toolbar({ adding }: { adding: ReturnType<typeof useAdd> }) {
  const { t } = useTranslation('flow');
  const { editor, readOnly } = useFlow();
  const { fitView, screenToFlowPosition, zoomTo } = useReactFlow();
  const zoom = useStore(zoomOf);
  const undoLabel = useEditor((state) => state.undoLabel);
  const redoLabel = useEditor((state) => state.redoLabel);
  const hasSeveral = useEditor((state) => state.chosen.size > 1);
  const [open, setOpen] = useState<'find' | 'help'>();
  const plus = useRef<HTMLButtonElement>(null);

  const add = () => {
    const box = plus.current!.getBoundingClientRect();
    const area = document.querySelector('.md-flow-canvas')!.getBoundingClientRect();
    adding.open({
      at: { x: box.left, y: box.top - 420 },
      near: screenToFlowPosition({ x: area.left + area.width / 2 - 114, y: area.top + area.height / 3 }),
    });
  };
  const tidy = async () => {
    const { tidied } = await import('../model/layout');
    editor.changeGraph('tidy', tidied);
    requestAnimationFrame(() => void fitView({ maxZoom: 1, padding: 0.15, duration: 200 }));
  };
  useActs([
    ...(readOnly ? [] : [
      { id: 'flow.add', label: t('add'), keys: '/', icon: Plus, group: 'object' as const, run: add },
      { id: 'flow.note', label: t('note.add'), keys: 'n', icon: StickyNote, group: 'object' as const, run: () => adding.add('note', { at: { x: 0, y: 0 } }) },
      { id: 'flow.tidy', label: t('tidy'), keys: 'mod+shift+l', icon: Workflow, group: 'object' as const, run: () => void tidy() },
    ]),
    { id: 'flow.find', label: t('find'), keys: 'mod+f', icon: Search, group: 'object', run: () => setOpen('find') },
    { id: 'flow.help', label: t('keys'), keys: '?', icon: CircleHelp, group: 'object', run: () => setOpen('help') },
  ]);

  return (
    <>
      <Panel position="bottom-left" className="md-flow-tools" role="toolbar" aria-label={t('tools')}>
        {!readOnly && (
          <>
            <Tool ref={plus} label={t('add')} onClick={add}><Plus size={15} /></Tool>
            <Tool label={t('note.add')} onClick={() => adding.add('note', { at: { x: 0, y: 0 } })}><StickyNote size={15} /></Tool>
            <Tool label={undoLabel ? t('undo.what', { what: t(`history.${undoLabel}`) }) : t('undo')} disabled={!undoLabel} onClick={editor.undo}><Undo2 size={15} /></Tool>
            <Tool label={redoLabel ? t('redo.what', { what: t(`history.${redoLabel}`) }) : t('redo')} disabled={!redoLabel} onClick={editor.redo}><Redo2 size={15} /></Tool>
            <Tool label={t('tidy')} onClick={() => void tidy()}><Workflow size={15} /></Tool>
          </>
        )}
        <Tool label={t('find')} onClick={() => setOpen(open === 'find' ? undefined : 'find')}><Search size={15} /></Tool>
        <Tool label={t('fit')} onClick={() => void fitView({ maxZoom: 1, padding: 0.15, duration: 140 })}><Maximize size={15} /></Tool>
        <MenuButton
          className="md-flow-tool md-num" aria-label={t('zoom')} placement="topLeft"
          items={[0.25, 0.5, 0.75, 1, 1.5].map((value) => ({ key: String(value), label: percent(value), onClick: () => void zoomTo(value, { duration: 140 }) }))}
        >
          {Math.round(zoom * 100)}%
        </MenuButton>
        <Tool label={t('keys')} onClick={() => setOpen(open === 'help' ? undefined : 'help')}><CircleHelp size={15} /></Tool>
      </Panel>
      <Suspense fallback={null}>
        {!readOnly && hasSeveral && <Chosen />}
        {open === 'find' && <Finder onClose={() => setOpen(undefined)} />}
        {open === 'help' && <KeyHelp onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  );
}
