import type { Edge, Node } from '@xyflow/react';
import type { Graph, GraphEdge, GraphNode } from '../model/graph';
import { isContainer, isNote, isStartDot, sizeOf } from '../model/nodes';

/** A node as the canvas draws it; the stored one is in its data and is the same object until it changes. */
export type ViewNode = Node<{ node: GraphNode }, 'card' | 'container' | 'note' | 'dot'>;
export type ViewEdge = Edge<{ edge: GraphEdge }, 'trace'>;

/** The stored nodes as the canvas draws them, parents first. What the canvas knows of a node itself stays. */
export function viewNodes(graph: Graph, before: readonly ViewNode[], chosen: ReadonlySet<string>): ViewNode[] {
  const known = new Map(before.map((one) => [one.id, one]));
  const ids = new Set(graph.nodes.map(({ id }) => id));
  const views = graph.nodes.map((node) => viewNode(node, known.get(node.id), chosen.has(node.id), ids.has(node.parentId ?? '')));
  const depth = (node: ViewNode): number => (node.parentId ? 1 + depth(views.find(({ id }) => id === node.parentId)!) : 0);
  return views.map((view) => ({ view, at: depth(view) })).sort((a, b) => a.at - b.at).map(({ view }) => view);
}

function viewNode(node: GraphNode, before: ViewNode | undefined, selected: boolean, hasParent: boolean): ViewNode {
  const isSame = before?.data.node === node;
  if (isSame && before.selected === selected && before.position.x === node.position.x && before.position.y === node.position.y) return before;
  const type = isNote(node) ? 'note' : isStartDot(node) ? 'dot' : isContainer(node) ? 'container' : 'card';
  const size = sizeOf(node);
  const isSized = type === 'container' || type === 'note';
  return {
    id: node.id, type, position: node.position, selected,
    data: isSame ? before.data : { node },
    ...(before?.measured && { measured: isSized ? size : before.measured }),
    ...(isSized ? size : { initialWidth: size.width, initialHeight: size.height }),
    ...(hasParent && { parentId: node.parentId }),
    ...((type === 'container' || type === 'note') && { dragHandle: '.md-flow-grip' }),
    draggable: type !== 'dot', selectable: type !== 'dot', deletable: false,
    // Notes lie under everything, children over their container.
    zIndex: type === 'note' ? -2 : type === 'container' ? -1 : hasParent ? 2 : 1,
  };
}

const edges = new WeakMap<GraphEdge, ViewEdge>();

/** The stored edges as the canvas draws them; what leads nowhere is not drawn, and kept. */
export function viewEdges(graph: Graph, chosen: ReadonlySet<string>): ViewEdge[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return graph.edges.filter(({ source, target }) => nodes.has(source) && nodes.has(target)).map((edge) => {
    const known = edges.get(edge);
    const selected = chosen.has(edge.id);
    if (known && known.selected === selected) return known;
    const view: ViewEdge = {
      id: edge.id, type: 'trace', source: edge.source, target: edge.target, sourceHandle: pinName(edge.sourceHandle),
      targetHandle: 'target', data: { edge }, selected, deletable: false, zIndex: nodes.get(edge.source)!.parentId ? 2 : 0,
    };
    edges.set(edge, view);
    return view;
  });
}

// Older files say of the way on that a node succeeded; the pin is the same.
const pinName = (handle: string | undefined): string => (!handle || handle === 'success-branch' ? 'source' : handle);
