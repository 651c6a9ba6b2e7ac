import { act, renderHook } from '@testing-library/react';
import { beginFirstPaint, useIsPainted } from './firstPaint';

it('holds back what a page can be drawn without for a second, once', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const before = renderHook(useIsPainted);
  expect(before.result.current).toBe(true);
  before.unmount();

  beginFirstPaint();
  const { result } = renderHook(useIsPainted);
  act(() => void vi.advanceTimersByTime(999));
  expect(result.current).toBe(false);
  act(() => void vi.advanceTimersByTime(1));

  expect(result.current).toBe(true);
});
