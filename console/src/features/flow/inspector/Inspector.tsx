import { CopyPlus, Ellipsis, LogIn, LogOut, Play, Replace, Trash2 } from 'lucide-react';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { later } from '../../../ui/later';
import { MenuButton } from '../../../ui/menu/MenuButton';
import { useEditor, useFlow, useRun } from '../canvas/FlowContext';
import { familyOf } from '../canvas/looks';
import { emptyData } from '../forms/emptyData';
import { NodeForm } from '../forms/NodeForm';
import { infoOf, offeredTypes } from '../forms/nodeTypes';
import { followRename, variablesFor } from '../forms/variables';
import { duplicate } from '../editor/acts';
import { changeType } from '../model/changeType';
import { remove, setData } from '../model/commands';
import { nodeOf } from '../model/connect';
import { isContainer, isEntry } from '../model/nodes';
import { canMoveTo, containersFor, moveTo } from '../model/reparent';
import { PanelFrame } from '../panels/PanelFrame';
import { LastIo } from './LastIo';
import { NextSteps } from './NextSteps';
import { NodeRun } from './NodeRun';
import { useInSight } from './useInSight';

const TriggerState = later(['flowTriggers'], async () => (await import('./TriggerState')).TriggerState);

interface InspectorProps {
  node: string;
  save: () => Promise<void>;
  onClose: () => void;
}

const tabs = ['config', 'run', 'last'] as const;
type Tab = (typeof tabs)[number];

/** One node: its settings, a run of it alone, and what went in and out last time. */
export function Inspector({ node: id, save, onClose }: InspectorProps) {
  const { t } = useTranslation(['flow', 'flowNodes']);
  const { app, editor, isChat, readOnly } = useFlow();
  const config = useEditor((state) => state.config);
  const steps = useRun((run) => run.latest);
  const [tab, setTab] = useState<Tab>('config');
  const node = nodeOf(config.graph, id);
  const variables = useMemo(() => variablesFor(config, id, isChat), [config, id, isChat]);
  const lastValues = useMemo(() => Object.fromEntries(Object.values(steps).flatMap(({ nodeId, outputs = {} }) => (
    Object.entries(outputs).map(([name, value]) => [`${nodeId}.${name}`, short(value)])
  ))), [steps]);
  const onChange = useCallback((patch: Record<string, unknown>) => editor.changeGraph(
    'settings', (graph) => followRename(graph, setData(graph, id, patch), id), `${id}:${Object.keys(patch).join()}`,
  ), [editor, id]);
  useInSight(id);
  if (!node) return null;

  const info = infoOf(node.data);
  const Icon = info.icon;
  const parent = nodeOf(config.graph, node.parentId)?.data.type;
  const inside = parent === 'iteration' || parent === 'loop' ? parent : undefined;
  const canRun = !isEntry(node.data.type) && node.data.type !== 'end' && node.data.type !== 'loop-end';
  return (
    <PanelFrame
      fill label={t('inspector')} onClose={onClose}
      title={<span className="md-inspector-name" data-family={familyOf(node.data)}><Icon size={15} aria-hidden /> {node.data.title || t(info.titleKey)}</span>}
      actions={(
        <>
          {canRun && (
            <button type="button" className="md-icon-button" aria-label={t('node.run')} title={t('node.run')} onClick={() => setTab('run')}><Play size={15} /></button>
          )}
          {!readOnly && (
            <MenuButton
              className="md-icon-button" aria-label={t('common:more')} placement="bottomRight"
              items={[
                { key: 'duplicate', label: t('duplicate'), icon: <CopyPlus size={14} />, disabled: node.data.type === 'start', onClick: () => duplicate(editor, [id]) },
                { key: 'delete', label: t('common:delete'), icon: <Trash2 size={14} />, danger: true, onClick: () => {
                  editor.changeGraph('remove', (graph) => remove(graph, [id]));
                  onClose();
                } },
                ...(node.parentId && canMoveTo(config.graph, [id], undefined) ? [{
                  key: 'out', label: t('node.out'), icon: <LogOut size={14} />, onClick: () => editor.changeGraph('move', (graph) => moveTo(graph, [id], undefined)),
                }] : []),
                ...containersFor(config.graph, id).map((container) => ({
                  key: `into ${container.id}`, label: t('node.into', { name: container.data.title || t(infoOf(container.data).titleKey) }), icon: <LogIn size={14} />,
                  onClick: () => editor.changeGraph('move', (graph) => moveTo(graph, [id], container.id)),
                })),
                ...(isContainer(node) || isEntry(node.data.type) ? [] : [{
                  type: 'group' as const, key: 'type', label: t('node.change'),
                  children: offeredTypes(isChat, inside).filter((type) => type !== node.data.type && type !== 'iteration' && type !== 'loop' && !isEntry(type)).map((type) => ({
                    key: type, label: t(infoOf({ type, title: '' }).titleKey), icon: <Replace size={14} />,
                    onClick: () => editor.changeGraph('type', (graph) => changeType(graph, id, emptyData(type, t))),
                  })),
                }]),
              ]}
            >
              <Ellipsis size={16} />
            </MenuButton>
          )}
        </>
      )}
    >
      <div className="md-inspector-tabs" role="tablist">
        {tabs.filter((name) => name !== 'run' || canRun).map((name) => (
          <button key={name} type="button" role="tab" aria-selected={name === tab} onClick={() => setTab(name)}>{t(`tab.${name}`)}</button>
        ))}
      </div>
      <div className="md-inspector-body" role="tabpanel">
        {tab === 'config' && (
          <>
            <NodeForm
              appId={app.id} isChat={isChat} nodeId={id} data={node.data} variables={variables} isReadOnly={readOnly} onChange={onChange} lastValues={lastValues}
              state={node.data.type.startsWith('trigger-') && <Suspense fallback={null}><TriggerState node={id} save={save} /></Suspense>}
            />
            <NextSteps node={node} />
          </>
        )}
        {tab === 'run' && <NodeRun node={node} save={save} />}
        {tab === 'last' && <LastIo node={id} />}
      </div>
    </PanelFrame>
  );
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
