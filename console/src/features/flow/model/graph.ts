/** The settings of a node as the DSL has them; fields that nobody here knows stay as they are. */
export interface NodeData {
  type: string;
  title: string;
  desc?: string;
  [field: string]: unknown;
}

/** A node of the stored graph. `type` is the canvas's own (`custom`, `custom-note`, …), `data.type` what it does. */
export interface GraphNode {
  id: string;
  type?: string;
  data: NodeData;
  position: { x: number; y: number };
  parentId?: string;
  width?: number;
  height?: number;
  [field: string]: unknown;
}

/** An edge of the stored graph. */
export interface GraphEdge {
  id: string;
  source: string;
  target: string;
  sourceHandle?: string;
  targetHandle?: string;
  data?: Record<string, unknown>;
  [field: string]: unknown;
}

/** The stored graph. */
export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  viewport?: { x: number; y: number; zoom: number };
}

/** An environment or conversation variable. */
export interface DeclaredVariable {
  id?: string;
  name: string;
  value_type: string;
  value?: unknown;
  description?: string;
}

/** An app that is a graph, as its draft and its versions have it: the DSL's section `workflow`. */
export interface WorkflowConfig {
  graph: Graph;
  features: Record<string, unknown>;
  environment_variables: DeclaredVariable[];
  conversation_variables: DeclaredVariable[];
  [field: string]: unknown;
}

/** Names a variable: node id or `sys`, `env`, `conversation`, then the variable, then keys. */
export type VariableSelector = string[];

/** A type of value, spelt as the DSL spells it, such as `string`, `array[object]`, `file`. */
export type VariableType = string;

/** A variable that a node may read. */
export interface VariableOption {
  selector: VariableSelector;
  type: VariableType;
  /** For people; the variable's name unless it has a label. */
  label: string;
  /** Fields of an object or of a file. */
  children?: VariableOption[];
}

/** The variables of one node, or of one prefix. */
export interface VariableGroup {
  /** The node's id, or `sys`, `env`, `conversation`. */
  source: string;
  /** The type of the node; null for a prefix. */
  nodeType: string | null;
  title: string;
  variables: VariableOption[];
}

/** What a form of a node is given. */
export interface NodeFormProps {
  appId: string;
  /** Whether the app is a chat. */
  isChat: boolean;
  nodeId: string;
  data: NodeData;
  /** What the node may read, the nearest first. */
  variables: VariableGroup[];
  isReadOnly: boolean;
  /** Puts fields in place of those of the same name; one that is undefined is taken away. */
  onChange: (patch: Record<string, unknown>) => void;
}
