import type { components } from '../../../api/schema.gen';

type Schemas = components['schemas'];

/** How a run ended, or that it did not yet. */
export type RunStatus = 'running' | 'succeeded' | 'partial-succeeded' | 'failed' | 'stopped' | 'paused';
export type StepStatus = 'pending' | 'running' | 'succeeded' | 'failed' | 'exception' | 'stopped' | 'paused' | 'retry';
export type Values = Record<string, unknown>;

/** A run as lists have it: without a version for a draft, with a node when that alone was tried out. */
export type ListedRun = Omit<Schemas['WorkflowRunInfo'], 'status' | 'inputs' | 'outputs'> & {
  status: RunStatus;
  inputs: Values | null;
  outputs: Values | null;
};

/** A form that a run shows or has shown. */
export type KeptForm = Omit<Schemas['WorkflowFormInfo'], 'inputs' | 'actions' | 'defaults'> & {
  inputs: Values[] | null;
  actions: { id: string; title: string; button_style?: string }[] | null;
  defaults: Values | null;
};

/** A mail that told somebody of a form. */
export type FormMail = Schemas['FormMailInfo'];

/** A run with what its nodes did: the data of `node_finished`, or of `node_started` for those that are not over. */
export type KeptRun = Omit<Schemas['WorkflowRunDetail'], 'run' | 'nodes' | 'forms'> & {
  run: ListedRun;
  nodes: Values[];
  forms: KeptForm[];
};

/** What a run of the draft begins with: what it is given, or one node with values in the place of what others would give it. */
export type RunRequest = Pick<Schemas['RunWorkflow'], 'node_id' | 'root_id'> & {
  inputs: Values;
  preset?: Record<string, Values>;
};

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
