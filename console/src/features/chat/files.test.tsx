import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeStream } from '../../testing/fakeStream';
import { fakeUploads, type SentUpload } from '../../testing/fakeUploads';
import { at, end, field, kept, page, show, start } from './testing';

const withFiles = {
  ...start,
  file_upload: { enabled: true, allowed_file_types: ['image', 'document'], number_limits: 2 },
  max_file_bytes: { image: 1000, document: 2000, audio: 1, video: 1, custom: 2000 },
};
const picture = new File(['x'], 'plan.png', { type: 'image/png' });
const report = new File(['x'], 'report.pdf', { type: 'application/pdf' });
const large = new File(['x'.repeat(1001)], 'large.png', { type: 'image/png' });
const sound = new File(['x'], 'talk.mp3', { type: 'audio/mpeg' });

const shown = (name: string) => ({
  id: `f-${name}`, name, mime_type: '', kind: name.endsWith('.png') ? 'image' : 'document', size: 1,
  url: `/files/apps/f-${name}?ws=w&exp=99999999999&sig=s`,
});
const take = ({ form }: SentUpload) => ({ status: 201, body: shown((form!.get('file') as File).name) });
const choose = async (...files: File[]) => {
  await field();
  await userEvent.upload(await screen.findByLabelText('Add files', { selector: 'input' }), files, { applyAccept: false });
};

beforeEach(() => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:test', revokeObjectURL: () => undefined }));
});

it('uploads what is chosen, asks with it, and shows it in the question', async () => {
  fakeUploads(take);
  const stream = fakeStream();
  const { server } = await show('chat/c1', {
    'GET /api/v1/apps/a1/start': withFiles, 'POST /api/v1/apps/a1/chat': () => stream.response(),
  });
  await choose(picture, report);
  await waitFor(() => expect(screen.getByRole('button', { name: 'Remove “report.pdf”' })).toBeVisible());
  await userEvent.type(await field(), 'What is this?{Enter}');
  stream.send({ event: 'message_start', ...at, parent_id: 'm1', citations: [] });
  stream.send({ event: 'message', ...at, answer: 'A plan.' });
  stream.send(end);
  await screen.findByText('A plan.');

  expect((await server.calls.find(({ method }) => method === 'POST')!.json()).files).toEqual([
    { type: 'image', transfer_method: 'local_file', upload_file_id: 'f-plan.png' },
    { type: 'document', transfer_method: 'local_file', upload_file_id: 'f-report.pdf' },
  ]);
  const files = await screen.findByRole('list', { name: 'Files of the question' });
  expect(within(files).getByRole('link', { name: /report\.pdf/ })).toHaveAttribute('href', shown('report.pdf').url);
  expect(screen.queryByRole('list', { name: 'Files that go with the question' })).toBeNull();

  await userEvent.click(within(files).getByRole('button', { name: 'Show “plan.png” large' }));
  expect(screen.getByRole('dialog', { name: 'plan.png' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('says why files are not taken: kind, size, number', async () => {
  fakeUploads(take);
  await show('chat/c1', { 'GET /api/v1/apps/a1/start': withFiles });
  await choose(sound, large, picture, report, report);

  const refused = await screen.findByRole('alert');
  expect(refused).toHaveTextContent('“talk.mp3” cannot be used here; this takes pictures (at most 1,000 B), documents (at most 2.0 KB).');
  expect(refused).toHaveTextContent('“large.png” is too large; files of this kind may have at most 1,000 B.');
  expect(refused).toHaveTextContent('At most 2 files fit here');
  expect(within(screen.getByRole('list', { name: 'Files that go with the question' })).getAllByRole('listitem')).toHaveLength(2);
});

it('waits for files before it sends, and says of one that failed what to do', async () => {
  let broken = true;
  fakeUploads((sent) => (broken ? { status: 413, body: { code: 'files.too_large' } } : take(sent)));
  const { server } = await show('chat/c1', { 'GET /api/v1/apps/a1/start': withFiles });
  await choose(report);
  expect(await screen.findByText('The file is larger than files of its kind may be.')).toBeVisible();
  await userEvent.type(await field(), 'Read it{Enter}');
  expect(server.calls.some(({ method }) => method === 'POST')).toBe(false);
  expect(screen.getByText(/Not all files are uploaded yet/)).toBeVisible();

  broken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Upload “report.pdf” again' }));
  await waitFor(() => expect(screen.queryByText(/Not all files/)).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: 'Remove “report.pdf”' }));
  expect(screen.queryByRole('list', { name: 'Files that go with the question' })).toBeNull();
});

it('takes pictures that are pasted or dropped, and the address of a file', async () => {
  fakeUploads(take);
  const { container } = await show('chat/c1', { 'GET /api/v1/apps/a1/start': withFiles });
  await screen.findByLabelText('Add files', { selector: 'input' });
  const input = await field();
  fireEvent.paste(input, { clipboardData: { files: [picture], getData: () => '' } });
  expect(await screen.findByText('plan.png')).toBeVisible();
  await userEvent.click(await screen.findByRole('button', { name: 'Remove “plan.png”' }));

  const carried = { dataTransfer: { types: ['Files'], files: [report] } };
  fireEvent.dragEnter(container.querySelector('.md-talk')!, carried);
  expect(await screen.findByText('Drop to add')).toBeVisible();
  fireEvent.drop(container.querySelector('.md-talk')!, carried);
  expect(await screen.findByText('report.pdf')).toBeVisible();
  expect(screen.queryByText('Drop to add')).toBeNull();

  await userEvent.click(screen.getByRole('button', { name: 'Add from a link' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Address of the file' }), 'ftp://x{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('“ftp://x” is not an address');
  await userEvent.clear(screen.getByRole('textbox', { name: 'Address of the file' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Address of the file' }), 'https://example.com/a.pdf{Enter}');
  expect(await screen.findByText('Fetched when you ask')).toBeVisible();
});

it('reads the conversation again for a file whose address is over', async () => {
  const stale = { ...shown('report.pdf'), url: '/files/apps/f-report.pdf?ws=w&exp=1&sig=s' };
  const { server } = await show('chat/c1', { 'GET /api/v1/conversations/c1/messages': page({ ...kept, files: [stale] }) });
  const link = await screen.findByRole('link', { name: /report\.pdf/ });
  server.answers['GET /api/v1/conversations/c1/messages'] = page({ ...kept, files: [shown('report.pdf')] });

  await userEvent.click(link);

  await waitFor(() => expect(screen.getByRole('link', { name: /report\.pdf/ })).toHaveAttribute('href', shown('report.pdf').url));
});
