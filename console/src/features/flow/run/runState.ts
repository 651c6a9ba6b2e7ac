import { formOf, type HumanForm } from '../../../ui/chat/human/humanForm';
import type { KeptRun, RunEvent, RunStatus, StepStatus, Values } from '../api/runTypes';

/** What one node did, once: in a container it does several, one per round. */
export interface Step {
  id: string;
  nodeId: string;
  type: string;
  title: string;
  index: number;
  status: StepStatus;
  inputs: Values | undefined;
  processData: Values | undefined;
  outputs: Values | undefined;
  error: string | undefined;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Seconds; undefined while it runs. */
  elapsed: number | undefined;
  metadata: Values | undefined;
  /** The iteration or loop that it is in, and the round, from 0. */
  container: string | undefined;
  round: number | undefined;
  retries: number;
  logs: readonly StepLog[];
}

/** A line that an agent wrote while it worked. */
export interface StepLog {
  id: string;
  parent: string | undefined;
  label: string;
  status: string;
  error: string | undefined;
  data: unknown;
}

export interface RunState {
  id: string | undefined;
  status: RunStatus | undefined;
  /** In the order in which they began. */
  steps: readonly Step[];
  /** The newest step of a node. */
  latest: Readonly<Record<string, Step>>;
  /** How far iterations and loops are. */
  rounds: Readonly<Record<string, { done: number; of: number | undefined }>>;
  inputs: Values | undefined;
  outputs: Values | undefined;
  /** What was streamed to the caller. */
  text: string;
  /** What models thought aloud. */
  reasoning: string;
  error: string | undefined;
  startedAt: number | undefined;
  elapsed: number | undefined;
  tokens: number;
  forms: readonly HumanForm[];
}

export const noRun: RunState = {
  id: undefined, status: undefined, steps: [], latest: {}, rounds: {}, inputs: undefined, outputs: undefined, text: '', reasoning: '',
  error: undefined, startedAt: undefined, elapsed: undefined, tokens: 0, forms: [],
};

export const isLive = ({ status }: RunState): boolean => status === 'running' || status === 'paused';

/** Tokens of a run: as the server counted them at its end, until then those of its steps. */
export const tokensOf = ({ tokens, steps }: RunState): number => tokens || steps.reduce((sum, { metadata, type }) => (
  // What is in a container is counted by the container once more.
  type === 'iteration' || type === 'loop' ? sum : sum + (number(metadata?.total_tokens) ?? 0)
), 0);

/**
 * The run after an event. The same event twice changes nothing but the text, which the caller begins anew when it hears a run
 * from its beginning.
 * @param now When it was heard, in milliseconds since 1970: the stream has whole seconds alone.
 */
export function afterEvent(run: RunState, event: RunEvent, now: number): RunState {
  const data = event.data ?? {};
  switch (event.event) {
    case 'workflow_started':
      return data.reason === 'resumption'
        ? { ...run, status: 'running', id: text(data.id) ?? run.id }
        : { ...noRun, id: text(data.id) ?? event.workflow_run_id, status: 'running', inputs: values(data.inputs), startedAt: heard(data.created_at, now) };
    case 'node_started': return begun(run, data, now);
    case 'node_retry': return changed(run, data, now, (step) => ({ ...step, status: 'retry', retries: number(data.retry_index) ?? step.retries + 1, error: text(data.error) }));
    case 'node_finished': return changed(run, data, now, (step) => finished(step, data, now));
    case 'iteration_started': case 'loop_started': {
      const { iterator_length, loop_length } = values(data.metadata) ?? {};
      return atRound(begun(run, data, now), data, { done: 0, of: number(iterator_length) ?? number(loop_length) });
    }
    case 'iteration_next': case 'loop_next':
      return atRound(run, data, { done: number(data.index) ?? 0, of: run.rounds[text(data.node_id) ?? '']?.of });
    case 'iteration_completed': case 'loop_completed': {
      const id = text(data.node_id) ?? '';
      const done = number(data.steps) ?? run.rounds[id]?.of ?? 0;
      return atRound(changed(run, data, now, (step) => finished(step, data, now)), data, { done, of: run.rounds[id]?.of });
    }
    case 'text_chunk': return { ...run, text: run.text + (text(data.text) ?? '') };
    case 'text_replace': return { ...run, text: text(data.text) ?? '' };
    case 'reasoning_chunk': return { ...run, reasoning: run.reasoning + (text(data.reasoning) ?? text(data.text) ?? '') };
    case 'agent_log': return logged(run, data);
    case 'human_input_required': return { ...run, forms: [...run.forms.filter(({ id }) => id !== data.form_id), formOf(data)] };
    case 'human_input_form_filled': case 'human_input_form_timeout':
      return { ...run, forms: run.forms.filter(({ nodeId }) => nodeId !== data.node_id) };
    case 'workflow_paused': return { ...run, status: 'paused', elapsed: number(data.elapsed_time), tokens: number(data.total_tokens) ?? run.tokens };
    case 'workflow_finished': return ended(run, data);
    case 'error': return settled({ ...run, status: 'failed', error: event.message ?? text(data.message), forms: [] });
    default: return run;
  }
}

/** A kept run, as if its events had been heard. */
export function stateOfKept({ run: kept, nodes, forms }: KeptRun): RunState {
  const begin = Date.parse(kept.created_at);
  const told = nodes.map((data, at) => ({ data, index: number(data.index) ?? at })).sort((a, b) => a.index - b.index);
  const steps: Step[] = [];
  for (const { data, index } of told) {
    const metadata = values(data.execution_metadata);
    const before = steps.findLast(({ nodeId }) => nodeId === data.predecessor_node_id);
    const elapsed = number(data.elapsed_time);
    steps.push({
      id: text(data.id) ?? String(index), nodeId: text(data.node_id) ?? '', type: text(data.node_type) ?? '', title: text(data.title) ?? '', index,
      status: (text(data.status) ?? 'running') as StepStatus, inputs: values(data.inputs), processData: values(data.process_data), outputs: values(data.outputs),
      error: text(data.error), elapsed, metadata, startedAt: within(number(data.created_at), before ? before.startedAt + (before.elapsed ?? 0) * 1000 : begin),
      container: text(data.iteration_id) ?? text(data.loop_id), round: number(metadata?.iteration_index) ?? number(metadata?.loop_index),
      retries: number(data.retry_index) ?? 0, logs: logsOf(metadata?.agent_log),
    });
  }
  const run: RunState = {
    ...noRun, id: kept.id, status: kept.status, inputs: kept.inputs ?? undefined, outputs: kept.outputs ?? undefined,
    error: kept.error ?? undefined, startedAt: begin, elapsed: kept.elapsed_time, tokens: kept.total_tokens,
    steps, latest: Object.fromEntries(steps.map((step) => [step.nodeId, step])), rounds: roundsOf(steps),
    forms: forms.filter(({ closed_at }) => closed_at === null).map((form) => ({
      id: form.id, nodeId: form.node_id, title: form.node_title, content: form.content, inputs: form.inputs ?? [], actions: form.actions ?? [],
      defaults: form.defaults ?? {}, expiresAt: Date.parse(form.expires_at),
    })),
  };
  return isLive(run) ? run : settled(run);
}

// Events have whole seconds: within its second a step began when what it waited for was over.
function within(second: number | undefined, ready: number): number {
  if (second === undefined) return ready;
  return Math.min(Math.max(ready, second * 1000), second * 1000 + 999);
}

function roundsOf(steps: readonly Step[]): RunState['rounds'] {
  const rounds: Record<string, { done: number; of: number | undefined }> = {};
  for (const { container, round } of steps) {
    if (container && round !== undefined) rounds[container] = { done: Math.max(rounds[container]?.done ?? 0, round + 1), of: undefined };
  }
  return rounds;
}

function begun(run: RunState, data: Values, now: number): RunState {
  const id = text(data.id) ?? '';
  const known = run.steps.find((step) => step.id === id);
  const container = text(data.iteration_id) ?? text(data.loop_id);
  // What is heard in one piece did not happen at once: a step began when what it waited for was over.
  const before = run.steps.findLast(({ nodeId }) => nodeId === data.predecessor_node_id);
  const startedAt = Math.max(heard(data.created_at, now), before?.elapsed === undefined ? 0 : before.startedAt + before.elapsed * 1000);
  const step: Step = known ? { ...known, status: 'running' } : {
    id, nodeId: text(data.node_id) ?? '', type: text(data.node_type) ?? '', title: text(data.title) ?? '', index: number(data.index) ?? run.steps.length,
    status: 'running', inputs: values(data.inputs), processData: undefined, outputs: undefined, error: undefined,
    startedAt, elapsed: undefined, metadata: undefined, container,
    round: container === undefined ? undefined : number(data.iteration_index) ?? number(data.loop_index) ?? run.rounds[container]?.done ?? 0,
    retries: 0, logs: [],
  };
  return withStep(run, step);
}

function changed(run: RunState, data: Values, now: number, change: (step: Step) => Step): RunState {
  const known = run.steps.find((step) => step.id === data.id);
  if (known) return withStep(run, change(known));
  const started = begun(run, data, now);
  return withStep(started, change(started.steps.at(-1)!));
}

function finished(step: Step, data: Values, now: number): Step {
  const metadata = values(data.execution_metadata) ?? step.metadata;
  return {
    ...step, metadata,
    status: (text(data.status) ?? 'succeeded') as StepStatus,
    inputs: values(data.inputs) ?? step.inputs, processData: values(data.process_data) ?? step.processData,
    outputs: values(data.outputs) ?? step.outputs, error: text(data.error), elapsed: number(data.elapsed_time) ?? (now - step.startedAt) / 1000,
    round: number(metadata?.iteration_index) ?? number(metadata?.loop_index) ?? step.round,
    ...(step.logs.length === 0 && { logs: logsOf(metadata?.agent_log) }),
  };
}

function withStep(run: RunState, step: Step): RunState {
  const at = run.steps.findIndex(({ id }) => id === step.id);
  const steps = at < 0 ? [...run.steps, step] : run.steps.map((one, other) => (other === at ? step : one));
  return { ...run, steps, latest: { ...run.latest, [step.nodeId]: step } };
}

const atRound = (run: RunState, data: Values, round: { done: number; of: number | undefined }): RunState =>
  ({ ...run, rounds: { ...run.rounds, [text(data.node_id) ?? '']: round } });

function logged(run: RunState, data: Values): RunState {
  const step = run.steps.find(({ id }) => id === data.node_execution_id) ?? run.latest[text(data.node_id) ?? ''];
  if (!step) return run;
  const log = logOf(data);
  const isKnown = step.logs.some(({ id }) => id === log.id);
  return withStep(run, { ...step, logs: isKnown ? step.logs.map((one) => (one.id === log.id ? log : one)) : [...step.logs, log] });
}

const logsOf = (stored: unknown): StepLog[] => (Array.isArray(stored) ? (stored as Values[]).map(logOf) : []);

const logOf = (data: Values): StepLog => ({
  id: text(data.id) ?? '', parent: text(data.parent_id), label: text(data.label) ?? '', status: text(data.status) ?? '', error: text(data.error), data: data.data,
});

function ended(run: RunState, data: Values): RunState {
  return settled({
    ...run, status: (text(data.status) ?? 'succeeded') as RunStatus, outputs: values(data.outputs), error: text(data.error),
    elapsed: number(data.elapsed_time), tokens: number(data.total_tokens) ?? run.tokens, forms: [],
  });
}

// What was still at work when the run ended was stopped with it.
function settled(run: RunState): RunState {
  const stop = (step: Step): Step => (step.status === 'running' || step.status === 'retry' || step.status === 'paused' ? { ...step, status: 'stopped' } : step);
  return {
    ...run, steps: run.steps.map(stop), latest: Object.fromEntries(Object.entries(run.latest).map(([id, step]) => [id, stop(step)])),
  };
}

/** The stream has whole seconds; a run that is heard as it happens is timed by when it is heard. */
function heard(at: unknown, now: number): number {
  const told = number(at);
  return told !== undefined && Math.abs(now - told * 1000) > 2500 ? told * 1000 : now;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const values = (value: unknown): Values | undefined =>
  (value !== null && typeof value === 'object' && !Array.isArray(value) ? value as Values : undefined);
