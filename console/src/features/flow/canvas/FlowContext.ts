import { createContext, useContext, useSyncExternalStore } from 'react';
import type { App } from '../../../ui/chat/queries';
import type { EditorState, FlowEditor } from '../editor/FlowEditor';
import type { RunStore } from '../run/RunStore';
import type { RunState } from '../run/runState';

/** Where a new node is wanted. */
export interface AddRequest {
  /** Where the list opens, in pixels of the window. */
  at: { x: number; y: number };
  /** Behind a pin. */
  from?: { node: string; pin: string };
  /** In the middle of an edge. */
  edge?: string;
  /** In a container. */
  parentId?: string;
  /** On the canvas, or in the container. */
  position?: { x: number; y: number };
  /** On the canvas, where the nearest free place is taken. */
  near?: { x: number; y: number };
}

/** What everything on the canvas is given. It stays the same object. */
export interface Flow {
  app: App;
  isChat: boolean;
  readOnly: boolean;
  editor: FlowEditor;
  runs: RunStore;
  openNode: (id: string) => void;
  openAdd: (request: AddRequest) => void;
}

export const FlowContext = createContext<Flow | undefined>(undefined);
/** The sentences about what is wrong, by node. */
export const ProblemsContext = createContext<ReadonlyMap<string, readonly string[]>>(new Map());

export function useFlow(): Flow {
  const flow = useContext(FlowContext);
  if (!flow) throw new Error('This is used outside of a canvas.');
  return flow;
}

export function useEditor<T>(select: (state: EditorState) => T): T {
  const { editor } = useFlow();
  return useSyncExternalStore(editor.subscribe, () => select(editor.state()));
}

/** A part of the run; it has to be the same object until it changes. */
export function useRun<T>(select: (state: RunState) => T): T {
  const { runs } = useFlow();
  return useSyncExternalStore(runs.subscribe, () => select(runs.state()));
}
