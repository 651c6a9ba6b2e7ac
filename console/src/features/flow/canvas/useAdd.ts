import { useReactFlow } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyData } from '../forms/nodeTypes';
import { addAfter, addNode, addOnEdge, freeNear, newId, type Point } from '../model/commands';
import { connect, nodeOf } from '../model/connect';
import { containerHead } from '../model/containers';
import type { Graph, NodeData } from '../model/graph';
import { isStartDot, sizeOf } from '../model/nodes';
import type { FlowEditor } from '../editor/FlowEditor';
import type { AddRequest } from './FlowContext';

const zero: Point = { x: 0, y: 0 };

/** Adding nodes: where one is wanted, and putting it there. */
export function useAdd(editor: FlowEditor, onAdded: (id: string) => void) {
  const { t } = useTranslation(['flow', 'flowNodes']);
  const { screenToFlowPosition } = useReactFlow();
  const [request, setRequest] = useState<AddRequest>();
  const close = useCallback(() => setRequest(undefined), []);

  const add = useCallback((type: string, { from, edge, parentId, position, near, at }: AddRequest) => {
    const id = newId(editor.graph, editor.now());
    if (type === 'note') {
      const data = { type: '', title: '', text: '', theme: 'yellow', author: '', showAuthor: false, width: 240, height: 120 } as NodeData;
      const place = position ?? freeNear(editor.graph, near ?? middle(screenToFlowPosition), sizeOf({ id, type: 'custom-note', data, position: zero }));
      editor.changeGraph('add', (graph) => addNode(graph, id, data, { position: place }, 'custom-note'));
      editor.choose([id]);
      return;
    }
    const data = emptyData(type, t);
    const place = parentId ? placeInside(editor.graph, parentId)
      : { position: position ?? freeNear(editor.graph, near ?? screenToFlowPosition(at), sizeOf({ id, data, position: zero })) };
    editor.changeGraph('add', (graph) => {
      if (edge) return addOnEdge(graph, id, data, edge);
      if (!from) return addNode(graph, id, data, place);
      if (!position) return addAfter(graph, id, data, from.node, from.pin);
      const parent = nodeOf(graph, from.node)?.parentId;
      const added = addNode(graph, id, data, { position: relative(graph, parent, position), parentId: parent });
      return connect(added, { source: from.node, sourceHandle: from.pin, target: id });
    });
    editor.choose([id]);
    onAdded(id);
  }, [editor, onAdded, screenToFlowPosition, t]);

  const container = containerOf(editor.graph, request);
  return { request, open: setRequest, close, add, container };
}

/** The kind of container in which a node is wanted. */
function containerOf(graph: Graph, request: AddRequest | undefined): 'iteration' | 'loop' | undefined {
  if (!request) return undefined;
  const { parentId, from, edge } = request;
  const source = from?.node ?? graph.edges.find(({ id }) => id === edge)?.source;
  const type = nodeOf(graph, parentId ?? nodeOf(graph, source)?.parentId)?.data.type;
  return type === 'iteration' || type === 'loop' ? type : undefined;
}

// To the right of what is in the container already.
function placeInside(graph: Graph, parentId: string): { position: Point; parentId: string } {
  const children = graph.nodes.filter((node) => node.parentId === parentId);
  const right = Math.max(0, ...children.map((node) => node.position.x + sizeOf(node).width));
  const row = children.find((node) => !isStartDot(node)) ?? children[0];
  return { position: { x: right + 48, y: row?.position.y ?? containerHead + 24 }, parentId };
}

/** A point of the canvas as a point in a container. */
export function relative(graph: Graph, parent: string | undefined, { x, y }: Point): Point {
  const node = nodeOf(graph, parent);
  if (!node) return { x: Math.round(x), y: Math.round(y) };
  const inside = relative(graph, node.parentId, { x: x - node.position.x, y: y - node.position.y });
  return { x: Math.max(0, inside.x), y: Math.max(containerHead, inside.y) };
}

function middle(toFlow: (point: Point) => Point): Point {
  const box = document.querySelector('.md-flow-canvas')?.getBoundingClientRect();
  const { x, y } = toFlow(box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 });
  return { x: Math.round(x) - 120, y: Math.round(y) - 60 };
}
