import { useReactFlow } from '@xyflow/react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from '../model/commands';
import { nodeOf } from '../model/connect';
import { containerHead } from '../model/containers';
import type { Graph } from '../model/graph';
import type { FlowEditor } from '../editor/FlowEditor';
import type { AddRequest } from './FlowContext';

/** Adding nodes: where one is wanted, and putting it there. */
export function useAdd(editor: FlowEditor, onAdded: (id: string) => void) {
  const { t } = useTranslation(['flow', 'flowNodes']);
  const { screenToFlowPosition } = useReactFlow();
  const [request, setRequest] = useState<AddRequest>();
  const close = useCallback(() => setRequest(undefined), []);

  // What new nodes begin with is loaded with the first one.
  const add = useCallback((type: string, wanted: AddRequest) => void import('./addTo').then(({ addNote, addTo }) => {
    if (type === 'note') addNote(editor, wanted, screenToFlowPosition);
    else onAdded(addTo(editor, type, wanted, screenToFlowPosition, t));
  }), [editor, onAdded, screenToFlowPosition, t]);

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

/** A point of the canvas as a point in a container. */
export function relative(graph: Graph, parent: string | undefined, { x, y }: Point): Point {
  const node = nodeOf(graph, parent);
  if (!node) return { x: Math.round(x), y: Math.round(y) };
  const inside = relative(graph, node.parentId, { x: x - node.position.x, y: y - node.position.y });
  return { x: Math.max(0, inside.x), y: Math.max(containerHead, inside.y) };
}
