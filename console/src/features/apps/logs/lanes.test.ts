import { lanesOf } from './lanes';
import type { TraceStep } from './types';

const step = (second: number, duration: number | null): TraceStep => ({
  kind: 'model', title: '', started_at: new Date(second * 1000).toISOString(), duration, input: null, output: null, tokens: null, error: null,
});

it('puts steps where they began, and gives them the length that they took', () => {
  expect(lanesOf([step(10, 1), step(11, 3)])).toEqual([{ from: 0, share: 0.25 }, { from: 0.25, share: 0.75 }]);
});

it('has a place for a step that took no time, and for one that goes on', () => {
  expect(lanesOf([step(10, null)])).toEqual([{ from: 0, share: 0 }]);
});
