import { moveNodes, type Point } from './commands';
import { nodeOf } from './connect';
import type { Graph } from './graph';
import { sizeOf } from './nodes';

export const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom', 'columns', 'rows'] as const;
export type Alignment = (typeof alignments)[number];

/** Lines nodes up by a side or the middle, or gives them equal distances. */
export function align(graph: Graph, ids: readonly string[], how: Alignment): Graph {
  const boxes = ids.flatMap((id) => {
    const node = nodeOf(graph, id);
    return node ? [{ id, ...node.position, ...sizeOf(node) }] : [];
  });
  if (boxes.length < 2) return graph;
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  if (how === 'columns' || how === 'rows') return moveNodes(graph, spread(boxes, how));
  return moveNodes(graph, Object.fromEntries(boxes.map(({ id, x, y, width, height }): [string, Point] => {
    switch (how) {
      case 'left': return [id, { x: left, y }];
      case 'center': return [id, { x: Math.round((left + right - width) / 2), y }];
      case 'right': return [id, { x: right - width, y }];
      case 'top': return [id, { x, y: top }];
      case 'middle': return [id, { x, y: Math.round((top + bottom - height) / 2) }];
      case 'bottom': return [id, { x, y: bottom - height }];
    }
  })));
}

interface Box extends Point {
  id: string;
  width: number;
  height: number;
}

function spread(boxes: readonly Box[], how: 'columns' | 'rows'): Record<string, Point> {
  const [axis, size] = how === 'columns' ? ['x', 'width'] as const : ['y', 'height'] as const;
  const sorted = [...boxes].sort((a, b) => a[axis] - b[axis]);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const free = last[axis] + last[size] - first[axis] - sorted.reduce((sum, box) => sum + box[size], 0);
  const between = Math.max(16, Math.round(free / (sorted.length - 1)));
  let at = first[axis];
  return Object.fromEntries(sorted.map((box): [string, Point] => {
    const place = { x: box.x, y: box.y, [axis]: at };
    at += box[size] + between;
    return [box.id, place];
  }));
}
