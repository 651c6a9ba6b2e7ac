import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeStream } from '../../testing/fakeStream';
import { fakeUploads } from '../../testing/fakeUploads';
import { at, end, field, kept, page, show, start } from './testing';

const form = {
  ...start,
  user_input_form: [
    { 'text-input': { variable: 'name', label: 'Name', required: true, max_length: 4 } },
    { paragraph: { variable: 'about', label: 'About', default: 'Nothing yet' } },
    { select: { variable: 'team', label: 'Team', options: ['Fire', 'Water'], default: 'Water' } },
    { number: { variable: 'floor', label: 'Floor' } },
    { checkbox: { variable: 'urgent', label: 'Urgent', default: true } },
    { 'text-input': { variable: 'channel', label: 'Channel', hide: true, required: true, default: 'web' } },
    { file: { variable: 'plan', label: 'Plan', required: true, allowed_file_types: ['document'] } },
    { 'file-list': { variable: 'photos', label: 'Photos', max_length: 2, allowed_file_types: ['image'] } },
  ],
};

it('asks for every kind of field and sends them as the app wants them', async () => {
  fakeUploads(() => ({ status: 201, body: { id: 'f1', name: 'plan.pdf', mime_type: '', kind: 'document', size: 1, url: '/files/apps/f1' } }));
  const stream = fakeStream();
  const { server } = await show('chat/new/a1', {
    'GET /api/v1/apps/a1/start': form, 'POST /api/v1/apps/a1/chat': () => stream.response(),
  });
  await userEvent.type(await screen.findByLabelText('Name'), 'Wanglong');
  expect(screen.getByLabelText('Name')).toHaveValue('Wang');
  expect(screen.queryByLabelText('Channel')).toBeNull();
  await userEvent.type(screen.getByLabelText(/Floor/), '12');
  expect(screen.getByRole('checkbox', { name: 'Urgent' })).toBeChecked();
  expect(await screen.findByPlaceholderText('Fill in “Plan” first.')).toBeVisible();
  await userEvent.upload(screen.getAllByLabelText('Add files', { selector: 'input' })[0]!, new File(['x'], 'plan.pdf'));
  await userEvent.type(await screen.findByPlaceholderText(/Ask a question/), 'Go{Enter}');

  await waitFor(() => expect(server.calls.some(({ method }) => method === 'POST')).toBe(true));
  expect((await server.calls.find(({ method }) => method === 'POST')!.json()).inputs).toEqual({
    name: 'Wang', about: 'Nothing yet', team: 'Water', floor: 12, urgent: true, channel: 'web',
    plan: { type: 'document', transfer_method: 'local_file', upload_file_id: 'f1' }, photos: [],
  });
  stream.send({ event: 'message_start', ...at, parent_id: null, citations: [] });
  stream.send(end);
});

it('folds what was filled in when the conversation has begun, and lets it be read', async () => {
  const inputs = {
    name: 'Wang', about: '', team: 'Water', floor: 12, urgent: false, channel: 'web',
    plan: { name: 'plan.pdf', size: 2048 }, photos: [{ name: 'a.png' }, { name: 'b.png' }],
  };
  await show('chat/c1', {
    'GET /api/v1/apps/a1/start': form, 'GET /api/v1/conversations/c1/messages': page({ ...kept, inputs }),
  });
  await field();
  await userEvent.click(await screen.findByText('What was filled in'));

  const said = screen.getByText('What was filled in').closest('details')!;
  expect([...said.querySelectorAll('dt')].map((one) => one.textContent)).toEqual(['Name', 'Team', 'Floor', 'Urgent', 'Plan', 'Photos']);
  expect(said).toHaveTextContent('plan.pdf (2.0 KB)');
  expect(said).toHaveTextContent('a.png b.png');
});
