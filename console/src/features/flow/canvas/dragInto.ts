import type { TFunction } from 'i18next';
import { toast } from '../../../ui/toast/toast';
import type { FlowEditor } from '../editor/FlowEditor';
import type { ViewNode } from '../editor/viewNodes';
import { insert, type Point } from '../model/commands';
import { nodeOf } from '../model/connect';
import { within } from '../model/containers';
import type { Graph } from '../model/graph';
import { isNote } from '../model/nodes';
import { absoluteOf, canMoveTo, moveTo } from '../model/reparent';
import { containerAt, edgeUnder } from './under';

type DragEvent = MouseEvent | TouchEvent | { clientX: number; clientY: number };

/** Where dragged nodes would go: into a container, out of theirs, or nowhere else than they are. */
function destinationOf(graph: Graph, event: DragEvent, dragged: readonly ViewNode[]): { ids: string[]; parentId: string | undefined } | undefined {
  const at = 'changedTouches' in event ? event.changedTouches[0]! : event;
  const parentId = containerAt({ x: at.clientX, y: at.clientY }, graph, within(graph, dragged.map(({ id }) => id)));
  // Notes lie under the containers as well.
  const ids = dragged.flatMap(({ id }) => nodeOf(graph, id) ?? []).filter((node) => !isNote(node) && node.parentId !== parentId).map(({ id }) => id);
  return ids.length > 0 ? { ids, parentId } : undefined;
}

/** Marks the container into which what is dragged would go, or that it cannot. */
export function hover(graph: Graph, event: DragEvent, dragged: readonly ViewNode[]): void {
  const found = destinationOf(graph, event, dragged);
  mark(found?.parentId, found && canMoveTo(graph, found.ids, found.parentId) ? 'yes' : 'no');
}

/** Lets nodes go where they were dragged to: elsewhere, into an edge, into a container or out of theirs. */
export function drop(editor: FlowEditor, event: DragEvent, dragged: readonly ViewNode[], t: TFunction<'flow'>): void {
  mark(undefined);
  const { graph } = editor;
  const found = destinationOf(graph, event, dragged);
  if (!found) {
    editor.drop('move', dragged);
    if (dragged.length === 1) dropOnEdge(editor, dragged[0]!);
    return;
  }
  if (!canMoveTo(graph, found.ids, found.parentId)) {
    // Back to where they were.
    editor.choose(editor.state().chosen);
    toast(t(found.parentId ? 'drag.not_into' : 'drag.not_out'), { tone: 'error' });
    return;
  }
  const places = Object.fromEntries(dragged.flatMap(({ id, position }): [string, Point][] => {
    const parent = nodeOf(graph, nodeOf(graph, id)?.parentId);
    const from = parent ? absoluteOf(graph, parent) : { x: 0, y: 0 };
    return [[id, { x: from.x + position.x, y: from.y + position.y }]];
  }));
  editor.changeGraph('move', (before) => moveTo(before, found.ids, found.parentId, places));
  const cut = graph.edges.length - editor.graph.edges.length;
  if (cut > 0) toast(t('drag.cut', { count: cut }), { action: { label: t('undo'), run: editor.undo } });
}

/** A node that has no edges yet and is let go over an edge goes into it. */
function dropOnEdge(editor: FlowEditor, node: ViewNode): void {
  const { edges } = editor.graph;
  if (node.type === 'note' || edges.some(({ source, target }) => source === node.id || target === node.id)) return;
  const box = elementOf(node.id)?.getBoundingClientRect();
  const edge = box && edgeUnder({ x: box.left + box.width / 2, y: box.top + 15 });
  const source = nodeOf(editor.graph, edges.find(({ id }) => id === edge)?.source);
  if (edge && source?.parentId === node.parentId) editor.changeGraph('insert', (graph) => insert(graph, edge, node.id));
}

function mark(container: string | undefined, fits = ''): void {
  for (const one of document.querySelectorAll('.react-flow__node[data-drop]')) one.removeAttribute('data-drop');
  if (container) elementOf(container)?.setAttribute('data-drop', fits);
}

const elementOf = (id: string) => document.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
