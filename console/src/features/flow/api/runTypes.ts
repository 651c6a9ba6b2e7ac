/** How a run ended, or that it did not yet. */
export type RunStatus = 'running' | 'succeeded' | 'partial-succeeded' | 'failed' | 'stopped' | 'paused' | 'scheduled';
export type StepStatus = 'pending' | 'running' | 'succeeded' | 'failed' | 'exception' | 'stopped' | 'paused' | 'retry';
export type Values = Record<string, unknown>;

/** A run as lists have it. */
export interface ListedRun {
  id: string;
  status: RunStatus;
  version: number | null;
  trigger: string;
  inputs: Values | null;
  outputs: Values | null;
  error: string | null;
  /** Seconds. */
  elapsed_time: number | null;
  total_tokens: number;
  total_steps: number;
  exceptions_count: number;
  created_at: string;
  finished_at: string | null;
  created_by: { id: string | null; name?: string } | string | null;
}

/** What one node did, once. */
export interface KeptStep {
  id: string;
  key?: string;
  node_id: string;
  node_type: string;
  title: string;
  index: number;
  predecessor_node_id: string | null;
  status: StepStatus;
  inputs: Values | null;
  process_data: Values | null;
  outputs: Values | null;
  error: string | null;
  /** Seconds. */
  elapsed_time: number | null;
  execution_metadata: Values | null;
  started_at: string | null;
  finished_at: string | null;
  iteration_id: string | null;
  iteration_index: number | null;
  loop_id: string | null;
  loop_index: number | null;
  retries: number | unknown[] | null;
}

/** A run with all its steps and the graph that it went through. */
export interface KeptRun extends ListedRun {
  graph: unknown;
  nodes: KeptStep[];
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
