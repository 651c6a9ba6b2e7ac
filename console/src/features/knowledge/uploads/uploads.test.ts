import { waitFor } from '@testing-library/react';
import { workspaceId } from '../../../testing/render';
import { acceptAnswer } from '../../../api/session';
import { fakeServer, problem, type Answer } from '../../../testing/fakeServer';
import { documentOf, fakeUploads, type SentUpload } from '../testing';
import type { PartsUpload, UploadLimits } from '../types';
import { partRecords } from './partRecords';
import { addUploads, currentUploads, dropUpload, restoreUploads } from './uploads';

const limits: UploadLimits = { max_bytes: 1e6, extensions: ['pdf', 'txt'], in_parts_from: 8, max_part_bytes: 100 };
const uploadsPath = '/api/v1/knowledge-bases/kb1/uploads';
const large = new File(['0123456789abcdef'], 'large.pdf', { lastModified: 7 });
const partsOf = (offset: number, rest: Partial<PartsUpload> = {}): PartsUpload => ({
  id: 'u1', knowledge_base_id: 'kb1', name: 'large.pdf', size: 16, offset, chunk_size: 6, document_id: null,
  expires_at: '2026-11-21T00:00:00Z', ...rest,
});
const finished = partsOf(16, { document_id: 'large.pdf', document: documentOf('large.pdf', { status: 'waiting' }) });

function start(answers: Record<string, Answer> = {}) {
  acceptAnswer({ access_token: 'test', expires_in: 3600 });
  return fakeServer({ [`POST ${uploadsPath}`]: () => Response.json(partsOf(0), { status: 201 }), ...answers });
}

/** Takes parts as the server does; `onPart` may say something else of one. */
function takeParts(onPart: (sent: SentUpload, at: number) => ReturnType<Parameters<typeof fakeUploads>[0]> | undefined = () => undefined) {
  const offsets: number[] = [];
  fakeUploads((sent) => {
    const offset = Number(sent.headers['upload-offset']);
    offsets.push(offset);
    const after = offset + sent.part!.size;
    return onPart(sent, offsets.length) ?? { status: 200, body: after === 16 ? finished : partsOf(after) };
  });
  return offsets;
}

const received: string[] = [];
const add = (file: File, path = '') => addUploads([{ file, path }], 'new_version', {
  workspace: workspaceId, base: 'kb1', limits, onReceived: ({ name }) => received.push(name),
});

afterEach(() => {
  for (const { id } of currentUploads()) dropUpload(id);
  received.length = 0;
});

it('sends a large file in parts, each from where the one before ended', async () => {
  const server = start();
  const offsets = takeParts();

  add(large, 'codes/large.pdf');

  await waitFor(() => expect(received).toEqual(['large.pdf']));
  expect(offsets).toEqual([0, 6, 12]);
  expect(await server.calls[0]!.json()).toEqual({
    name: 'large.pdf', size: 16, relative_path: 'codes/large.pdf', duplicate: 'new_version',
  });
  expect(currentUploads()).toEqual([]);
  expect(partRecords()).toEqual([]);
});

it('goes on by itself where the server says, once the connection is back', async () => {
  start({ [`HEAD ${uploadsPath}/u1`]: () => new Response(null, { headers: { 'Upload-Offset': '12' } }) });
  const offsets = takeParts((_, at) => (at === 2 ? 'lost' : undefined));

  add(large);
  await waitFor(() => expect(currentUploads()[0]?.state).toBe('reconnecting'));
  window.dispatchEvent(new Event('online'));

  await waitFor(() => expect(received).toEqual(['large.pdf']));
  expect(offsets).toEqual([0, 6, 12]);
});

it('begins again when the server has forgotten the upload', async () => {
  let begun = 0;
  start({
    [`POST ${uploadsPath}`]: () => {
      begun++;
      return Response.json(partsOf(0), { status: 201 });
    },
  });
  const gone = { status: 404, body: { status: 404, code: 'knowledge.upload_not_found', detail: 'x' } };
  const offsets = takeParts((_, at) => (at === 2 ? gone : undefined));

  add(large);

  await waitFor(() => expect(received).toEqual(['large.pdf']));
  expect(begun).toBe(2);
  expect(offsets).toEqual([0, 6, 0, 6, 12]);
});

it('asks after a reload for the same file, and goes on with it', async () => {
  start({ [`HEAD ${uploadsPath}/u1`]: () => new Response(null, { headers: { 'Upload-Offset': '6' } }) });
  localStorage.setItem('middeck.uploads', JSON.stringify([{
    key: 'u1', chunk: 6, workspace: workspaceId, base: 'kb1', name: 'large.pdf', size: 16, modified: 7, path: '', duplicate: 'keep',
    sent: 0.375,
  }]));
  const offsets = takeParts();

  restoreUploads({ workspace: workspaceId, base: 'kb1' });
  expect(currentUploads()).toMatchObject([{ name: 'large.pdf', state: 'lost', sent: 0.375 }]);
  add(large);

  await waitFor(() => expect(received).toEqual(['large.pdf']));
  expect(offsets).toEqual([6, 12]);
  expect(partRecords()).toEqual([]);
});

it('finishes by an empty part what came whole before the connection broke', async () => {
  start({ [`HEAD ${uploadsPath}/u1`]: () => new Response(null, { headers: { 'Upload-Offset': '16' } }) });
  const offsets = takeParts((_, at) => (at === 3 ? 'lost' : undefined));

  add(large);
  await waitFor(() => expect(currentUploads()[0]?.state).toBe('reconnecting'));
  window.dispatchEvent(new Event('online'));

  await waitFor(() => expect(received).toEqual(['large.pdf']));
  expect(offsets).toEqual([0, 6, 12, 16]);
});

it('gives an upload up at the server when it is cancelled', async () => {
  const deleted = vi.fn();
  start({
    [`DELETE ${uploadsPath}/u1`]: () => {
      deleted();
      return new Response(null, { status: 204 });
    },
    [`HEAD ${uploadsPath}/u1`]: () => new Response(null, { headers: { 'Upload-Offset': '0' } }),
  });
  takeParts(() => 'lost');
  add(large);
  await waitFor(() => expect(currentUploads()[0]?.state).toBe('reconnecting'));

  dropUpload(currentUploads()[0]!.id);

  await waitFor(() => expect(deleted).toHaveBeenCalledOnce());
  expect(currentUploads()).toEqual([]);
  expect(partRecords()).toEqual([]);
});

it('says why the server refuses a file in parts, and does not try again by itself', async () => {
  start({ [`POST ${uploadsPath}`]: () => problem(400, 'knowledge.invalid_file_name', 'Bad name.') });
  takeParts();

  add(large);

  await waitFor(() => expect(currentUploads()[0]?.state).toBe('refused'));
  expect(received).toEqual([]);
});

it('keeps three files under way at once', async () => {
  start();
  let under = 0;
  fakeUploads(() => {
    under++;
    return { status: 202, body: documentOf('x.txt') };
  });

  addUploads(['1', '2', '3', '4', '5'].map((name) => ({ file: new File(['x'], `${name}.txt`), path: '' })), 'skip', {
    workspace: workspaceId, base: 'kb1', limits, onReceived: ({ name }) => received.push(name),
  });

  expect(currentUploads().filter(({ state }) => state === 'sending')).toHaveLength(3);
  await waitFor(() => expect(received).toHaveLength(5));
  expect(under).toBe(5);
});
