import { Problem } from '../../../api/problem';
import type { AppConfig } from '../../../ui/chat/appConfig';
import { DraftSaver } from './DraftSaver';

const draft = { revision: 3, config: { pre_prompt: 'a' }, updated_at: '2026-11-20T09:00:00Z' };
const conflict = () => new Problem(409, {
  code: 'apps.draft_conflict', current_revision: 9, current: { config: { pre_prompt: 'theirs' } },
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('saves once, 800 ms after the last change, with the revision that it began from', async () => {
  const save = vi.fn(async (revision: number, config: AppConfig) => ({ ...draft, revision: revision + 1, config }));
  const saver = new DraftSaver(draft, save);

  saver.change({ pre_prompt: 'ab' });
  await vi.advanceTimersByTimeAsync(500);
  saver.change({ pre_prompt: 'abc' });
  await vi.advanceTimersByTimeAsync(799);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);

  expect(save).toHaveBeenCalledExactlyOnceWith(3, { pre_prompt: 'abc' });
  expect(saver.state()).toMatchObject({ status: 'saved', revision: 4 });
});

it('saves what was typed during a saving after it, with the new revision', async () => {
  const answers: (() => void)[] = [];
  const save = vi.fn((revision: number, config: object) => new Promise<typeof draft>((resolve) => {
    answers.push(() => resolve({ ...draft, revision: revision + 1, config: config as typeof draft.config }));
  }));
  const saver = new DraftSaver(draft, save);
  saver.change({ pre_prompt: 'one' });
  await vi.advanceTimersByTimeAsync(800);
  saver.change({ pre_prompt: 'two' });
  await vi.advanceTimersByTimeAsync(800);
  expect(save).toHaveBeenCalledOnce();

  answers[0]!();
  await vi.advanceTimersByTimeAsync(0);
  answers[1]!();
  await vi.advanceTimersByTimeAsync(0);

  expect(save).toHaveBeenLastCalledWith(4, { pre_prompt: 'two' });
  expect(saver.state()).toMatchObject({ status: 'saved', revision: 5, config: { pre_prompt: 'two' } });
});

it('overwrites nobody: a conflict waits for a choice and is saved on their revision', async () => {
  const save = vi.fn().mockRejectedValueOnce(conflict()).mockResolvedValueOnce({ ...draft, revision: 10 });
  const saver = new DraftSaver(draft, save);
  saver.change({ pre_prompt: 'mine' });
  await vi.advanceTimersByTimeAsync(800);
  expect(saver.state()).toMatchObject({ status: 'conflict', theirs: { revision: 9 }, config: { pre_prompt: 'mine' } });

  saver.change({ pre_prompt: 'mine too' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(save).toHaveBeenCalledOnce();

  await saver.resolve({ pre_prompt: 'both' });
  expect(save).toHaveBeenLastCalledWith(9, { pre_prompt: 'both' });
  expect(saver.state()).toMatchObject({ status: 'saved', revision: 10 });
});

it('keeps what could not be saved and tries again', async () => {
  const save = vi.fn().mockRejectedValueOnce(new Problem(503, {})).mockResolvedValueOnce({ ...draft, revision: 4 });
  const saver = new DraftSaver(draft, save);
  saver.change({ pre_prompt: 'mine' });
  await vi.advanceTimersByTimeAsync(800);
  expect(saver.state()).toMatchObject({ status: 'failed', config: { pre_prompt: 'mine' } });

  await saver.saveNow();
  expect(saver.state().status).toBe('saved');
});
