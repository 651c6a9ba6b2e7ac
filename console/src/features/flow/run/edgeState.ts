import type { GraphEdge } from '../model/graph';
import { isLive, type RunState, type Step } from './runState';

export type EdgeFace = 'idle' | 'taken' | 'live' | 'skipped';

/** What became of an edge in a run of the whole graph. */
export function edgeFace(run: RunState, { source, sourceHandle, target, data }: GraphEdge): EdgeFace {
  if (!run.status) return 'idle';
  const [from, to] = [run.latest[source], run.latest[target]];
  const untaken = isLive(run) ? 'idle' : 'skipped';
  // The dot of a container may have no step of its own: whatever follows it was reached through it.
  const isDot = typeof data?.sourceType === 'string' && data.sourceType.endsWith('-start');
  if (!isDot) {
    if (!from || !isOver(from)) return untaken;
    if (!leaves(from, sourceHandle || 'source')) return 'skipped';
  }
  if (!to) return untaken;
  return to.status === 'running' || to.status === 'retry' ? 'live' : 'taken';
}

const isOver = ({ status }: Step): boolean => status === 'succeeded' || status === 'exception';

/** Whether a node that is over went on by that pin. */
function leaves({ type, status, outputs = {} }: Step, pin: string): boolean {
  if (pin === 'fail-branch') return status === 'exception';
  if (type === 'if-else') return pin === (text(outputs.selected_case_id) ?? (outputs.result === true ? 'true' : 'false'));
  if (type === 'question-classifier') return status !== 'exception' && pin === text(outputs.class_id);
  if (type === 'human-input') return pin === (text(outputs.__action_id) ?? '__timeout');
  return true;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
