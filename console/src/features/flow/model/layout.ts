import { graphlib, layout } from '@dagrejs/dagre';
import { moveNodes, type Point } from './commands';
import { containerHead, leastSize, withSize } from './containers';
import type { Graph } from './graph';
import { isContainer, isNote, sizeOf } from './nodes';

/** The graph from left to right without overlaps, containers from the inside. Notes stay where they are. */
export function tidied(graph: Graph): Graph {
  const parents = graph.nodes.filter(isContainer).sort((a, b) => depthOf(graph, b.id) - depthOf(graph, a.id)).map(({ id }) => id);
  let next = graph;
  for (const parent of parents) {
    next = tidyLevel(next, parent);
    const size = leastSize(next, parent);
    next = { ...next, nodes: next.nodes.map((node) => (node.id === parent ? withSize(node, size) : node)) };
  }
  return tidyLevel(next, undefined);
}

function tidyLevel(graph: Graph, parent: string | undefined): Graph {
  const nodes = graph.nodes.filter((node) => node.parentId === parent && !isNote(node));
  if (nodes.length === 0) return graph;
  const plan = new graphlib.Graph();
  plan.setGraph({ rankdir: 'LR', nodesep: 32, ranksep: 72, marginx: 0, marginy: 0 });
  plan.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) plan.setNode(node.id, { ...sizeOf(node) });
  const ids = new Set(nodes.map(({ id }) => id));
  for (const { source, target } of graph.edges) if (ids.has(source) && ids.has(target)) plan.setEdge(source, target);
  layout(plan);

  // On the whole canvas the upper left corner stays where it was; in a container it is below the title.
  const origin = parent === undefined ? cornerOf(nodes.map(({ position }) => position)) : { x: 24, y: containerHead + 24 };
  const corners = new Map(nodes.map((node) => {
    const { x, y } = plan.node(node.id) as Point;
    const { width, height } = sizeOf(node);
    return [node.id, { x: x - width / 2, y: y - height / 2 }];
  }));
  const from = cornerOf([...corners.values()]);
  const places = Object.fromEntries([...corners].map(([id, { x, y }]): [string, Point] => [
    id, { x: Math.round(origin.x + x - from.x), y: Math.round(origin.y + y - from.y) },
  ]));
  return moveNodes(graph, places);
}

const cornerOf = (points: readonly Point[]): Point =>
  ({ x: Math.min(...points.map(({ x }) => x)), y: Math.min(...points.map(({ y }) => y)) });

function depthOf(graph: Graph, id: string): number {
  const parent = graph.nodes.find((node) => node.id === id)?.parentId;
  return parent === undefined ? 0 : 1 + depthOf(graph, parent);
}

