import type { Step } from './runState';

export interface Line {
  step: Step;
  depth: number;
  /** Where it lies in the time of the run: fractions of it. */
  from: number;
  share: number;
}

/** A trace as it is drawn. */
export interface TraceLines {
  lines: Line[];
  /** Seconds. */
  length: number;
}

/** The steps as a tree with their place in the time of the run; in a container those of one round, or of all. */
export function linesOf(steps: readonly Step[], now: number, roundOf: (container: string) => number | undefined): TraceLines {
  if (steps.length === 0) return { lines: [], length: 0 };
  const begin = Math.min(...steps.map(({ startedAt }) => startedAt));
  const endOf = ({ startedAt, elapsed }: Step) => (elapsed === undefined ? now : startedAt + elapsed * 1000);
  const span = Math.max(...steps.map(endOf), begin + 1) - begin;
  const containers = new Set(steps.map(({ container }) => container));
  const present = new Set(steps.map(({ nodeId }) => nodeId));
  const lines: Line[] = [];
  const add = (step: Step, depth: number) => {
    lines.push({ step, depth, from: (step.startedAt - begin) / span, share: Math.max(0, endOf(step) - step.startedAt) / span });
    if (!containers.has(step.nodeId)) return;
    const round = roundOf(step.nodeId);
    for (const child of steps) {
      if (child.container === step.nodeId && (round === undefined || child.round === round)) add(child, depth + 1);
    }
  };
  for (const step of steps) if (!step.container || !present.has(step.container)) add(step, 0);
  return { lines, length: span / 1000 };
}
