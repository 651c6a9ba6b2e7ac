import type { TFunction } from 'i18next';
import type { FlowEditor } from '../editor/FlowEditor';
import { emptyData } from '../forms/emptyData';
import { addAfter, addNode, addOnEdge, freeNear } from '../model/add';
import { newId, type Point } from '../model/commands';
import { connect, nodeOf } from '../model/connect';
import { containerHead } from '../model/containers';
import type { Graph, NodeData } from '../model/graph';
import { isStartDot, sizeOf } from '../model/nodes';
import type { AddRequest } from './FlowContext';
import { relative } from './useAdd';

/** From a point of the window to one of the canvas. */
type ToFlow = (point: Point) => Point;

const noteSize = { width: 240, height: 120 };

/** Puts a note where one is wanted, by default in the middle of what is seen. */
export function addNote(editor: FlowEditor, { position, near }: AddRequest, toFlow: ToFlow): void {
  const id = newId(editor.graph, editor.now());
  const data = { type: '', title: '', text: '', theme: 'yellow', author: '', showAuthor: false, ...noteSize } as NodeData;
  const place = position ?? freeNear(editor.graph, near ?? middle(toFlow), noteSize);
  editor.changeGraph('add', (graph) => addNode(graph, id, data, { position: place }, 'custom-note'));
  editor.choose([id]);
}

/** Puts a node where one is wanted; gives its id. */
export function addTo(editor: FlowEditor, type: string, request: AddRequest, toFlow: ToFlow, t: TFunction): string {
  const { from, edge, parentId, position, near, at } = request;
  const id = newId(editor.graph, editor.now());
  const data = emptyData(type, t);
  const size = sizeOf({ id, data, position: { x: 0, y: 0 } });
  const place = parentId ? placeInside(editor.graph, parentId) : { position: position ?? freeNear(editor.graph, near ?? toFlow(at), size) };
  editor.changeGraph('add', (graph) => {
    if (edge) return addOnEdge(graph, id, data, edge);
    if (!from) return addNode(graph, id, data, place);
    if (!position) return addAfter(graph, id, data, from.node, from.pin);
    const parent = nodeOf(graph, from.node)?.parentId;
    const added = addNode(graph, id, data, { position: relative(graph, parent, position), parentId: parent });
    return connect(added, { source: from.node, sourceHandle: from.pin, target: id });
  });
  editor.choose([id]);
  return id;
}

// To the right of what is in the container already.
function placeInside(graph: Graph, parentId: string): { position: Point; parentId: string } {
  const children = graph.nodes.filter((node) => node.parentId === parentId);
  const right = Math.max(0, ...children.map((node) => node.position.x + sizeOf(node).width));
  const row = children.find((node) => !isStartDot(node)) ?? children[0];
  return { position: { x: right + 48, y: row?.position.y ?? containerHead + 24 }, parentId };
}

function middle(toFlow: ToFlow): Point {
  const box = document.querySelector('.md-flow-canvas')?.getBoundingClientRect();
  const { x, y } = toFlow(box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : { x: 0, y: 0 });
  return { x: Math.round(x) - 120, y: Math.round(y) - 60 };
}
