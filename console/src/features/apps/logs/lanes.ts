import type { TraceStep } from './types';

/** Where each step lies in the time of all of them: fractions of it. */
export function lanesOf(steps: readonly TraceStep[]): { from: number; share: number }[] {
  const starts = steps.map((step) => Date.parse(step.started_at));
  const begin = Math.min(...starts);
  const end = Math.max(...steps.map((step, at) => starts[at]! + (step.duration ?? 0) * 1000), begin + 1);
  return steps.map((step, at) => ({
    from: (starts[at]! - begin) / (end - begin),
    share: ((step.duration ?? 0) * 1000) / (end - begin),
  }));
}
