import { stageProgress } from './progress';

it('shows how far the present stage is', () => {
  expect(stageProgress({ status: 'waiting', progress: 0 })).toEqual({ done: 0, fraction: 0 });
  expect(stageProgress({ status: 'indexing', progress: 0.625 })).toEqual({ done: 3, fraction: expect.closeTo(0.5) });
  expect(stageProgress({ status: 'completed', progress: 1 })).toEqual({ done: 4, fraction: 0 });
});

it('leaves a failed document at the stage where it failed', () => {
  expect(stageProgress({ status: 'error', progress: 0 }).done).toBe(0);
  expect(stageProgress({ status: 'error', progress: 0.84 }).done).toBe(3);
});
