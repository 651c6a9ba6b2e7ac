import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react';
import type { DraftSaver } from '../../apps/draft/DraftSaver';
import { moveNodes } from '../model/commands';
import type { Graph, WorkflowConfig } from '../model/graph';
import { readConfig } from '../model/read';
import { History } from './History';
import { viewEdges, viewNodes, type ViewEdge, type ViewNode } from './viewNodes';

export interface EditorState {
  config: WorkflowConfig;
  nodes: ViewNode[];
  edges: ViewEdge[];
  /** The chosen nodes and edges. */
  chosen: ReadonlySet<string>;
  undoLabel: string | undefined;
  redoLabel: string | undefined;
}

/**
 * The draft of a graph in the hands of who edits it: every change is a step that can be undone, and goes to the saver. What the
 * canvas alone knows, which nodes are chosen and where one is while it is dragged, is here too and is neither saved nor undone.
 */
export class FlowEditor {
  readonly #saver: DraftSaver;
  readonly #now: () => number;
  readonly #history = new History<WorkflowConfig>();
  readonly #listeners = new Set<() => void>();
  #stored: unknown;
  #isOwn = false;
  #end: (() => void) | undefined;
  #state: EditorState;
  #readOnly = false;

  constructor(saver: DraftSaver, now: () => number = Date.now) {
    this.#saver = saver;
    this.#now = now;
    this.#stored = saver.state().config;
    this.#state = this.#show(readConfig(this.#stored), new Set(), []);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#end) {
      this.#end = this.#saver.subscribe(this.#follow);
      this.#follow();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#end?.();
      this.#end = undefined;
    };
  };

  readonly state = (): EditorState => this.#state;
  readonly now = (): number => this.#now();

  get config(): WorkflowConfig {
    return this.#state.config;
  }

  get graph(): Graph {
    return this.#state.config.graph;
  }

  get readOnly(): boolean {
    return this.#readOnly;
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
  }

  /** Does something that can be undone; nothing when it changes nothing. */
  readonly change = (label: string, edit: (config: WorkflowConfig) => WorkflowConfig, key?: string): void => {
    if (this.#readOnly) return;
    const before = this.config;
    const after = edit(before);
    if (after === before) return;
    this.#history.push(label, before, after, this.#now(), key);
    this.#put(after);
  };

  readonly changeGraph = (label: string, edit: (graph: Graph) => Graph, key?: string): void => this.change(label, (config) => {
    const graph = edit(config.graph);
    return graph === config.graph ? config : { ...config, graph };
  }, key);

  readonly undo = (): void => this.#go(this.#history.undo());
  readonly redo = (): void => this.#go(this.#history.redo());

  readonly choose = (ids: Iterable<string>): void => {
    const chosen = new Set(ids);
    this.#publish(this.#show(this.config, chosen, this.#state.nodes));
  };

  /** Takes what the canvas says of nodes. Where they are counts once they are let go. */
  readonly onNodesChange = (changes: NodeChange<ViewNode>[]): void => {
    const chosen = this.#chosenAfter(changes);
    const nodes = applyNodeChanges(changes.filter(({ type }) => type !== 'remove'), this.#state.nodes);
    this.#publish({ ...this.#state, nodes, chosen });
  };

  readonly onEdgesChange = (changes: EdgeChange<ViewEdge>[]): void => {
    const chosen = this.#chosenAfter(changes);
    if (chosen !== this.#state.chosen) this.#publish({ ...this.#state, chosen, edges: viewEdges(this.graph, chosen) });
  };

  /** Keeps where nodes were dragged to, as one step. */
  readonly drop = (label: string, moved: readonly ViewNode[]): void => this.changeGraph(label, (graph) => moveNodes(
    graph, Object.fromEntries(moved.map(({ id, position: { x, y } }) => [id, { x: Math.round(x), y: Math.round(y) }])),
  ));

  // Somebody else's draft was taken over, or an older version brought back: what was done here is no history of that.
  readonly #follow = (): void => {
    const { config } = this.#saver.state();
    if (this.#isOwn || config === this.#stored) return;
    this.#stored = config;
    this.#history.clear();
    this.#publish(this.#show(readConfig(config), this.#state.chosen, this.#state.nodes));
  };

  #chosenAfter(changes: readonly (NodeChange<ViewNode> | EdgeChange<ViewEdge>)[]): ReadonlySet<string> {
    const selections = changes.filter((change) => change.type === 'select');
    if (selections.length === 0) return this.#state.chosen;
    const chosen = new Set(this.#state.chosen);
    for (const { id, selected } of selections) {
      if (selected) chosen.add(id);
      else chosen.delete(id);
    }
    return chosen;
  }

  #go(config: WorkflowConfig | undefined): void {
    if (config && !this.#readOnly) this.#put(config);
  }

  #put(config: WorkflowConfig): void {
    this.#isOwn = true;
    this.#saver.change(config as object);
    this.#isOwn = false;
    this.#stored = this.#saver.state().config;
    this.#publish(this.#show(config, this.#state.chosen, this.#state.nodes));
  }

  #show(config: WorkflowConfig, chosen: ReadonlySet<string>, before: readonly ViewNode[]): EditorState {
    const present = new Set([...config.graph.nodes, ...config.graph.edges].map(({ id }) => id));
    const kept = [...chosen].every((id) => present.has(id)) ? chosen : new Set([...chosen].filter((id) => present.has(id)));
    return {
      config, chosen: kept, nodes: viewNodes(config.graph, before, kept), edges: viewEdges(config.graph, kept),
      undoLabel: this.#history.undoLabel, redoLabel: this.#history.redoLabel,
    };
  }

  #publish(state: EditorState): void {
    this.#state = { ...state, undoLabel: this.#history.undoLabel, redoLabel: this.#history.redoLabel };
    for (const listener of this.#listeners) listener();
  }
}
