import type { ViewEdge, ViewNode } from '../editor/viewNodes';

/** Draws over the graph: marks what is there, and adds what is not. */
export type Painting = (nodes: readonly ViewNode[], edges: readonly ViewEdge[]) => { nodes: ViewNode[]; edges: ViewEdge[] };
