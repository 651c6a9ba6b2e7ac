import {
  Background, BackgroundVariant, MiniMap, ReactFlow, useNodesInitialized, useReactFlow, type EdgeTypes, type FinalConnectionState,
  type IsValidConnection, type NodeProps, type NodeTypes,
} from '@xyflow/react';
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useRef, useSyncExternalStore, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../ui/toast/toast';
import { connect, obstacleOf } from '../model/connect';
import type { ViewEdge, ViewNode } from '../editor/viewNodes';
import { dragType } from './dragType';
import { ContainerCard } from './ContainerCard';
import { useFlow } from './FlowContext';
import { familyOf } from './looks';
import { NodeCard } from './NodeCard';
import type { Painting } from './painting';
import { StartDot } from './StartDot';
import { Toolbar } from './Toolbar';
import { TraceEdge } from './TraceEdge';
import { containerAt, edgeUnder } from './under';
import { relative, type useAdd } from './useAdd';
import { useCanvasKeys } from './useCanvasKeys';
import { useClipboard } from './useClipboard';
import '@xyflow/react/dist/base.css';
import './canvas.css';

// Most graphs have no notes, and nobody adds in the first moment.
const NoteText = lazy(async () => ({ default: (await import('./NoteCard')).NoteCard }));
const NoteCard = memo(function NoteCard(props: NodeProps<ViewNode>) {
  return <Suspense fallback={null}><NoteText {...props} /></Suspense>;
});
const AddList = lazy(async () => ({ default: (await import('./AddList')).AddList }));

// Where nodes can be let go is known when the first one is dragged.
const loadDrag = () => import('./dragInto');

const nodeTypes: NodeTypes = { card: NodeCard, container: ContainerCard, note: NoteCard, dot: StartDot };
const edgeTypes: EdgeTypes = { trace: TraceEdge };
const grid: [number, number] = [12, 12];
const mapSize = { width: 148, height: 96 };
const fit = { maxZoom: 1, padding: 0.15 };
const colourOf = ({ type, data }: ViewNode): string => (type === 'note' ? 'var(--md-mark)' : type === 'dot' ? 'transparent' : `var(--md-fam-${familyOf(data.node.data)})`);

/** The graph on ruled paper. */
export function Canvas({ adding, painting }: { adding: ReturnType<typeof useAdd>; painting?: Painting }) {
  const { t } = useTranslation('flow');
  const { editor, readOnly, openNode, openAdd } = useFlow();
  const { nodes, edges } = useSyncExternalStore(editor.subscribe, editor.state);
  const drawn = useMemo(() => painting?.(nodes, edges) ?? { nodes, edges }, [painting, nodes, edges]);
  const { fitView, screenToFlowPosition } = useReactFlow();
  const isDrawn = useNodesInitialized();
  const hasFitted = useRef(false);
  const area = useRef<HTMLDivElement>(null);
  useCanvasKeys(area);
  useClipboard(area);

  useEffect(() => {
    // Before the cards have their sizes there is nothing to fit.
    if (!isDrawn || hasFitted.current) return;
    hasFitted.current = true;
    void fitView(fit);
  }, [isDrawn, fitView]);
  const isValid: IsValidConnection<ViewEdge> = useCallback(({ source, sourceHandle, target }) => (
    obstacleOf(editor.graph, { source, sourceHandle: sourceHandle ?? 'source', target }) === undefined
  ), [editor]);
  const onConnectEnd = useCallback((event: MouseEvent | TouchEvent, { fromNode, fromHandle, toNode, isValid: fits }: FinalConnectionState) => {
    if (fits || !fromNode || fromHandle?.type !== 'source') return;
    const pin = fromHandle.id ?? 'source';
    const at = 'changedTouches' in event ? event.changedTouches[0]! : event;
    if (toNode) {
      const why = toNode.id !== fromNode.id && obstacleOf(editor.graph, { source: fromNode.id, sourceHandle: pin, target: toNode.id });
      if (why) toast(t(`obstacle.${why}`), { tone: 'error' });
      return;
    }
    // A click on the pin is no drag, and opens the list by itself.
    if (!(at.target instanceof Element && at.target.closest('.md-pin'))) {
      const point = { x: at.clientX, y: at.clientY };
      openAdd({ at: point, from: { node: fromNode.id, pin }, position: screenToFlowPosition(point) });
    }
  }, [editor, openAdd, screenToFlowPosition, t]);

  const onDrop = (event: DragEvent) => {
    const type = event.dataTransfer.getData(dragType);
    if (!type || readOnly) return;
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    const edge = edgeUnder(at);
    const position = screenToFlowPosition(at);
    const parentId = edge || type === 'note' ? undefined : containerAt(at, editor.graph);
    adding.add(type, { at, ...(edge ? { edge } : parentId ? { parentId } : { position: relative(editor.graph, undefined, position) }) });
    adding.close();
  };

  return (
    <div
      ref={area} className="md-flow-canvas" tabIndex={-1}
      onDrop={onDrop} onDragOver={(event) => event.dataTransfer.types.includes(dragType) && event.preventDefault()}
      onPointerDownCapture={({ target }) => {
        if (target instanceof Element && !target.closest('button, input, textarea, [tabindex="0"]')) area.current?.focus({ preventScroll: true });
      }}
      onFocus={({ target }) => {
        const id = target.matches('.react-flow__node:focus-visible') ? target.getAttribute('data-id') : null;
        if (id) editor.choose([id]);
      }}
    >
      <ReactFlow<ViewNode, ViewEdge>
        {...drawn} nodeTypes={nodeTypes} edgeTypes={edgeTypes}
        onNodesChange={editor.onNodesChange} onEdgesChange={editor.onEdgesChange}
        onNodeDragStart={() => void loadDrag().catch(() => undefined)}
        onNodeDrag={(event, _, all) => void loadDrag().then(({ hover }) => hover(editor.graph, event, all), () => undefined)}
        onNodeDragStop={(event, _, all) => void loadDrag().then(({ drop }) => drop(editor, event, all, t), () => editor.drop('move', all))}
        onConnect={({ source, sourceHandle, target }) => editor.changeGraph('connect', (graph) => connect(graph, { source, sourceHandle: sourceHandle ?? 'source', target }))}
        onConnectEnd={onConnectEnd} isValidConnection={isValid} connectionRadius={28} connectOnClick={false}
        onNodeClick={(event, { id, type, selectable }) => {
          if (type !== 'note' && type !== 'dot' && selectable !== false && !event.shiftKey && !event.metaKey && !event.ctrlKey) openNode(id);
        }}
        nodesDraggable={!readOnly} nodesConnectable={!readOnly} edgesFocusable={false} nodesFocusable disableKeyboardA11y
        deleteKeyCode={null} multiSelectionKeyCode={['Meta', 'Control', 'Shift']} selectionKeyCode="Shift" snapToGrid snapGrid={grid}
        minZoom={0.1} maxZoom={2} nodeDragThreshold={3} elevateNodesOnSelect={false} zoomOnDoubleClick={false}
        onlyRenderVisibleElements={nodes.length > 300} attributionPosition="bottom-center"
        ariaLabelConfig={{ 'minimap.ariaLabel': t('minimap') }}
      >
        <Background id="fine" variant={BackgroundVariant.Lines} gap={24} color="var(--md-grid)" bgColor="var(--md-board)" />
        <MiniMap<ViewNode> className="md-flow-map" style={mapSize} pannable zoomable position="bottom-right" nodeColor={colourOf} nodeBorderRadius={2} />
        <Toolbar adding={adding} />
      </ReactFlow>
      {adding.request && (
        <Suspense fallback={null}>
          <AddList
            at={adding.request.at} container={adding.container} onClose={adding.close}
            isFree={!adding.request.from && !adding.request.edge && !adding.request.parentId}
            onChoose={(type) => {
              const { request } = adding;
              adding.close();
              adding.add(type, request!);
              area.current?.focus({ preventScroll: true });
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
