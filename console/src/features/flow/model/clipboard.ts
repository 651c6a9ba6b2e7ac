import { inPlace, nodeOf } from './connect';
import { grown, within } from './containers';
import { newId, type Point } from './commands';
import type { Graph, GraphEdge, GraphNode } from './graph';
import { isStartDot, mayBeIn } from './nodes';

/** What goes through the clipboard, also from one app to another. */
export interface Clip {
  middeck: 'flow';
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** The chosen nodes, with what is in them and the edges between them. Where a run begins is not copied along. */
export function clipOf(graph: Graph, chosen: Iterable<string>): Clip {
  const ids = within(graph, [...chosen].filter((id) => !isStartDot(nodeOf(graph, id)!)));
  return {
    middeck: 'flow',
    nodes: graph.nodes.filter((node) => ids.has(node.id) && node.data.type !== 'start'),
    edges: graph.edges.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
}

/** Reads what was copied; undefined for text that is something else. */
export function readClip(text: string): Clip | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const clip = JSON.parse(text) as Clip;
    const isClip = clip.middeck === 'flow' && Array.isArray(clip.nodes) && Array.isArray(clip.edges)
      && clip.nodes.every((node) => typeof node?.id === 'string' && typeof node.data === 'object' && node.position !== undefined);
    return isClip ? clip : undefined;
  } catch {
    return undefined;
  }
}

interface Pasted {
  graph: Graph;
  /** The new nodes that lie in no other new one. */
  ids: string[];
}

/** Puts copies into a graph, under new names that their references follow. */
export function paste(graph: Graph, clip: Clip, now: number, at: Point, parentId?: string): Pasted {
  const parent = nodeOf(graph, parentId);
  const fits = (node: GraphNode) => mayBeIn(node, parent);
  const inClip = new Set(clip.nodes.map(({ id }) => id));
  const tops = clip.nodes.filter((node) => !(node.parentId && inClip.has(node.parentId)) && fits(node));
  const taken = within({ nodes: clip.nodes, edges: [] }, tops.map(({ id }) => id));
  const names = namesFor(graph, clip.nodes.filter(({ id }) => taken.has(id)), now);
  if (tops.length === 0) return { graph, ids: [] };
  const corner = { x: Math.min(...tops.map((node) => node.position.x)), y: Math.min(...tops.map((node) => node.position.y)) };

  const nodes = clip.nodes.filter(({ id }) => taken.has(id)).map((node): GraphNode => {
    const { parentId: before, zIndex, positionAbsolute, selected, ...rest } = node;
    const isTop = tops.includes(node);
    const place = isTop ? parentId : names.get(before!)!;
    const data = renamed(node.data, names) as GraphNode['data'];
    return {
      ...rest, id: names.get(node.id)!,
      position: isTop ? { x: at.x + node.position.x - corner.x, y: at.y + node.position.y - corner.y } : node.position,
      data: isTop && node.type !== 'custom-note' ? inPlace(data, parent) : data,
      ...(place && { parentId: place, zIndex: 1002 }),
    };
  });
  const all = { ...graph, nodes: [...graph.nodes, ...nodes] };
  const edges = clip.edges.filter(({ source, target }) => taken.has(source) && taken.has(target)).map((edge): GraphEdge => {
    const [source, target] = [names.get(edge.source)!, names.get(edge.target)!];
    return {
      ...edge, id: `${source}-${edge.sourceHandle || 'source'}-${target}-target`, source, target,
      data: inPlace(edge.data ?? {}, nodeOf(all, nodeOf(all, source)?.parentId)),
    };
  });
  return {
    graph: grown({ ...all, edges: [...graph.edges, ...edges] }, nodes.map(({ id }) => id)),
    ids: tops.map(({ id }) => names.get(id)!),
  };
}

function namesFor(graph: Graph, nodes: readonly GraphNode[], now: number): Map<string, string> {
  const names = new Map<string, string>();
  let free = now;
  for (const node of nodes.filter((one) => !isStartDot(one))) {
    const id = newId(graph, free);
    free = Number(id) + 1;
    names.set(node.id, id);
  }
  for (const node of nodes.filter(isStartDot)) names.set(node.id, `${names.get(node.parentId!)}start`);
  return names;
}

/** A value in which nodes have new names: as the whole of a text, and in references such as `{{#17.text#}}`. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    return names.get(value) ?? value.replace(/{{#([^.#}]+)\./g, (all, id: string) => (names.has(id) ? `{{#${names.get(id)}.` : all));
  }
  if (Array.isArray(value)) return value.map((one) => renamed(one, names));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one, names)]));
}
