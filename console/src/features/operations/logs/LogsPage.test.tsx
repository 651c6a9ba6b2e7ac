import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Answer } from '../../../testing/fakeServer';
import { fakeStream } from '../../../testing/fakeStream';
import { me, renderPage } from '../../../testing/render';
import { joined } from './joined';
import { LogsPage } from './LogsPage';
import { atMost } from './LogTail';

const numbered = (from: number, count: number) => Array.from({ length: count }, (_, at) => `line ${from + at}`);

async function show(lines: string[], answers: Record<string, Answer> = {}, path = 'ops/logs?service=web') {
  // jsdom has no layout: the area is high enough for some lines.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400);
  onTestFinished(() => void vi.restoreAllMocks());
  const stream = fakeStream();
  const page = await renderPage(<LogsPage />, {
    route: 'ops/logs', path, words: ['operations'],
    answers: {
      'GET /api/v1/auth/me': { ...me, installation_admin: true },
      'GET /api/v1/admin/services': { supervised: true, home: '', url: null, catalogue_problem: null, data: [{ name: 'web' }] },
      'GET /api/v1/admin/services/web/log': { lines, command: null },
      'GET /api/v1/admin/services/web/log/stream': stream.response,
      ...answers,
    },
  });
  return { ...page, stream };
}

/** Puts the reader somewhere in a list of which 400 px are seen. */
function scrollTo(area: HTMLElement, top: number, height: number) {
  Object.defineProperties(area, {
    scrollHeight: { configurable: true, value: height }, clientHeight: { configurable: true, value: 400 },
    scrollTop: { configurable: true, writable: true, value: top },
  });
  fireEvent.scroll(area);
}

it('goes on from the end of the log without saying a line twice', async () => {
  const { stream } = await show(['a', 'b']);
  expect(await screen.findByText('b')).toBeVisible();

  stream.send({ lines: ['c ERROR broke'] });

  expect(await screen.findByText('ERROR', { selector: '[data-level=error]' })).toBeVisible();
  expect(screen.getAllByText('b')).toHaveLength(1);
  expect(joined(['a', 'b', 'c'], ['b', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
  expect(joined(['a'], ['c'])).toEqual(['a', 'c']);
});

it('stands still for who scrolls up, counts what comes, and goes on by F', async () => {
  const { stream } = await show(numbered(0, 100));
  const area = await screen.findByRole('log');
  scrollTo(area, 200, 1800);
  expect(await screen.findByRole('button', { name: 'To the end' })).toBeVisible();

  stream.send({ lines: numbered(100, 3) });
  expect(await screen.findByRole('button', { name: '3 new lines' })).toBeVisible();
  await userEvent.keyboard('f');

  await waitFor(() => expect(screen.queryByRole('button', { name: '3 new lines' })).toBeNull());
  expect(area.scrollTop).toBe(1800);
});

it('keeps the last 5,000 lines, filters them, and saves what is shown', async () => {
  const saved: Blob[] = [];
  vi.stubGlobal('URL', Object.assign(URL, {
    createObjectURL: (blob: Blob) => {
      saved.push(blob);
      return 'blob:test';
    },
    revokeObjectURL: () => undefined,
  }));
  const { stream } = await show(['first of all']);
  await screen.findByText('first of all');
  stream.send({ lines: numbered(0, atMost) });
  expect(await screen.findByText('5,000 lines')).toBeVisible();
  expect(screen.queryByText('first of all')).toBeNull();

  await userEvent.type(screen.getByPlaceholderText('Text in the lines'), 'LINE 4999');
  expect(await screen.findByText('1 of 5,000 lines')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save what is shown' }));

  expect(saved.map(({ size }) => size)).toEqual(['line 4999\n'.length]);
});

it('says where another manager keeps a log', async () => {
  const { server } = await show([], { 'GET /api/v1/admin/services/web/log': { lines: [], command: 'journalctl -u web' } });

  expect(await screen.findByText('journalctl -u web')).toBeVisible();
  expect(server.calls.some(({ url }) => url.endsWith('/stream'))).toBe(false);
});
