import { clipOf, paste, readClip, type Clip } from '../model/clipboard';
import { moveNodes, remove, type Point } from '../model/commands';
import type { FlowEditor } from './FlowEditor';

const aside = 36;

/** Copies nodes a little aside, within the container that they are in. */
export function duplicate(editor: FlowEditor, ids: readonly string[]): void {
  const nodes = editor.graph.nodes.filter(({ id }) => ids.includes(id));
  if (nodes.length === 0) return;
  const at = { x: Math.min(...nodes.map(({ position }) => position.x)) + aside, y: Math.min(...nodes.map(({ position }) => position.y)) + aside };
  put(editor, 'duplicate', clipOf(editor.graph, ids), at, nodes[0]!.parentId);
}

/** Pastes what was copied here or in another app; false for text that is something else. */
export function pasteText(editor: FlowEditor, text: string, at: Point, parentId?: string): boolean {
  const clip = readClip(text);
  if (clip) put(editor, 'paste', clip, at, parentId);
  return clip !== undefined;
}

function put(editor: FlowEditor, label: string, clip: Clip, at: Point, parentId?: string): void {
  let ids: string[] = [];
  editor.changeGraph(label, (graph) => {
    const pasted = paste(graph, clip, editor.now(), at, parentId);
    ids = pasted.ids;
    return pasted.graph;
  });
  if (ids.length > 0) editor.choose(ids);
}

/** The chosen nodes as text for the clipboard; undefined when none is chosen. */
export function copiedText(editor: FlowEditor): string | undefined {
  const ids = chosenNodes(editor).map(({ id }) => id);
  return ids.length === 0 ? undefined : JSON.stringify(clipOf(editor.graph, ids));
}

export function chosenNodes(editor: FlowEditor) {
  const { chosen, config } = editor.state();
  return config.graph.nodes.filter(({ id }) => chosen.has(id));
}

/** Removes what is chosen, nodes and edges. */
export function removeChosen(editor: FlowEditor): void {
  const { chosen } = editor.state();
  editor.changeGraph('remove', (graph) => remove(graph, chosenNodes(editor).map(({ id }) => id), chosen));
}

/** Moves what is chosen by a step of the grid; several at once are one step of the history. */
export function nudge(editor: FlowEditor, [x, y]: readonly [number, number]): void {
  const to = Object.fromEntries(chosenNodes(editor).map(({ id, position }) => [id, { x: position.x + x, y: position.y + y }]));
  editor.changeGraph('move', (graph) => moveNodes(graph, to), 'nudge');
}
