import { handlesOf, neverInside, NODE_TYPES, typeName, type Handle } from '../forms/nodeTypes';
import type { GraphNode } from './graph';

/** A place at the right of a card from which an edge begins. */
export interface OutPin extends Handle {
  kind: 'main' | 'branch' | 'failure';
}

const containers: Record<string, 'Iteration' | 'Loop'> = { iteration: 'Iteration', loop: 'Loop' };

export const isNote = (node: GraphNode): boolean => node.type === 'custom-note';
export const isContainer = (node: GraphNode): boolean => node.data.type in containers;
/** The dot from which a container begins. */
export const isStartDot = (node: GraphNode): boolean => node.data.type === 'iteration-start' || node.data.type === 'loop-start';
/** Begins a run. */
export const isEntry = (type: string): boolean => type === 'start' || type.startsWith('trigger-');
export const hasInput = (node: GraphNode): boolean => !isNote(node) && !isStartDot(node) && !isEntry(node.data.type);

/** Whether a node can be in that container, or on the canvas itself. */
export function mayBeIn(node: GraphNode, container: GraphNode | undefined): boolean {
  if (isStartDot(node)) return false;
  if (NODE_TYPES[typeName(node.data)]?.inLoop) return container?.data.type === 'loop';
  return !container || (!isNote(node) && !isEntry(node.data.type) && !neverInside.includes(node.data.type));
}

/** The word for the container in the fields of the DSL: `isInIteration`, `iteration_id`; undefined for what contains nothing. */
export const containerWord = (type: string): 'Iteration' | 'Loop' | undefined => containers[type];

/** Where edges may begin at a node, from top to bottom. */
export function pinsOf(node: GraphNode): OutPin[] {
  if (isNote(node)) return [];
  return handlesOf(node.data).map((handle) => ({
    ...handle, kind: handle.id === 'source' ? 'main' : handle.id === 'fail-branch' ? 'failure' : 'branch',
  }));
}

/** Whether an edge may begin at a handle: older files say `success-branch` where newer ones say `source`. */
export const hasPin = (node: GraphNode, handle: string): boolean =>
  pinsOf(node).some(({ id }) => id === handle || (id === 'source' && handle === 'success-branch'));

export const cardWidth = 228;
const head = 30;
const row = 24;

/** Two lines about what a node does, except where its branches say it; a container and a note have sizes of their own. */
export function sizeOf(node: GraphNode): { width: number; height: number } {
  if (isStartDot(node)) return { width: 44, height: 44 };
  if (isContainer(node) || isNote(node)) {
    const { width, height } = node.data as { width?: number; height?: number };
    return { width: node.width ?? width ?? 508, height: node.height ?? height ?? 220 };
  }
  const branches = pinsOf(node).filter(({ kind }) => kind !== 'main').length;
  return { width: cardWidth, height: head + row * (branches + (isBranching(node) ? 0 : 2)) };
}

const isBranching = (node: GraphNode): boolean => pinsOf(node).some(({ kind }) => kind === 'branch');
