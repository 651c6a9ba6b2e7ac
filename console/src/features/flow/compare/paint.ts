import type { Painting } from '../canvas/painting';
import { viewEdges, viewNodes, type ViewEdge, type ViewNode } from '../editor/viewNodes';
import type { Graph } from '../model/graph';
import type { Comparison } from './compare';

const nothing: ReadonlySet<string> = new Set();

/** Marks on the canvas what was added and changed since a version, and draws again what was removed. */
export function paintingOf({ nodes: changes, added, removed }: Comparison, before: Graph): Painting {
  const kinds = new Map(changes.map(({ kind, node }) => [node.id, kind]));
  const gone = changes.filter(({ kind }) => kind === 'removed').map(({ node }) => node);
  const newEdges = new Set(added.map(({ id }) => id));
  const goneEdges = new Set(removed.map(({ id }) => id));
  const ghosts = viewNodes(before, [], nothing).filter(({ id }) => kinds.get(id) === 'removed').map((view): ViewNode => ({
    ...view, className: 'md-diff-removed', draggable: false, selectable: false, connectable: false, measured: sizeOf(view),
  }));
  const ghostEdges = viewEdges(before, nothing).filter(({ id }) => goneEdges.has(id));
  const marked = new WeakMap<ViewNode, ViewNode>();
  const mark = (view: ViewNode): ViewNode => {
    const kind = kinds.get(view.id);
    if (!kind) return view;
    const known = marked.get(view) ?? { ...view, className: `md-diff-${kind}` };
    marked.set(view, known);
    return known;
  };

  return (nodes, edges) => {
    const present = new Set([...nodes, ...ghosts].map(({ id }) => id));
    // A container that is gone is drawn below what is left of its inside.
    const all = [...ghosts.filter(({ parentId }) => !parentId || present.has(parentId)), ...nodes.map(mark)];
    return {
      nodes: gone.length > 0 ? parentsFirst(all) : all,
      edges: [
        ...edges.map((edge): ViewEdge => (newEdges.has(edge.id) ? { ...edge, className: 'md-diff-added' } : edge)),
        ...ghostEdges.filter(({ source, target }) => present.has(source) && present.has(target))
          .map((edge): ViewEdge => ({ ...edge, id: `gone ${edge.id}`, className: 'md-diff-removed', selectable: false })),
      ],
    };
  };
}

const sizeOf = ({ width, height, initialWidth, initialHeight }: ViewNode) => ({ width: width ?? initialWidth ?? 0, height: height ?? initialHeight ?? 0 });

function parentsFirst(nodes: ViewNode[]): ViewNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const depth = (node: ViewNode): number => (node.parentId ? 1 + depth(byId.get(node.parentId)!) : 0);
  return [...nodes].sort((a, b) => depth(a) - depth(b));
}
