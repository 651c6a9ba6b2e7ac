/** How a run ended, or that it did not yet. */
export type RunStatus = 'running' | 'succeeded' | 'partial-succeeded' | 'failed' | 'stopped' | 'paused';
export type StepStatus = 'pending' | 'running' | 'succeeded' | 'failed' | 'exception' | 'stopped' | 'paused' | 'retry';
export type Values = Record<string, unknown>;

/** A run as lists have it. */
export interface ListedRun {
  id: string;
  status: RunStatus;
  /** Null for a draft. */
  version: number | null;
  /** What started it: `console`, `api`, `site`, `schedule`, `webhook`, `tool`, `mcp`, `evaluation`. */
  source: string;
  /** The one node that was tried out; null for the whole. */
  node_id: string | null;
  inputs: Values | null;
  outputs: Values | null;
  error: string | null;
  /** Seconds. */
  elapsed_time: number;
  total_tokens: number;
  /** A decimal number. */
  total_price?: string;
  currency?: string;
  total_steps: number;
  created_at: string;
  finished_at: string | null;
}

/** A form that a run shows or has shown. */
export interface KeptForm {
  id: string;
  node_id: string;
  node_title: string;
  content: string;
  inputs: Values[] | null;
  actions: { id: string; title: string; button_style?: string }[] | null;
  defaults: Values | null;
  expires_at: string;
  closed_at: string | null;
}

/** A run with what its nodes did: the data of `node_finished`, or of `node_started` for those that are not over. */
export interface KeptRun {
  run: ListedRun;
  graph: unknown;
  nodes: Values[];
  forms: KeptForm[];
}

/** What a stream says: `event` and what belongs to it. */
export interface RunEvent {
  event: string;
  task_id?: string;
  workflow_run_id?: string;
  data?: Values;
  /** Of `error`, which stands on its own. */
  status?: number;
  code?: string;
  message?: string;
  trace_id?: string;
}
