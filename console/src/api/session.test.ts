import { fakeServer, problem } from '../testing/fakeServer';
import { prepareWords } from '../testing/render';
import { api, withQuery } from './client';
import { Problem, problemText } from './problem';
import { acceptAnswer, sessionStatus, signOut } from './session';

const workspace = '0190c0de-0000-7000-8000-000000000001';

beforeEach(() => {
  window.history.replaceState(null, '', `/w/${workspace}/apps`);
  acceptAnswer({ access_token: 'first', expires_in: 3600 });
});

it('says who asks and in which workspace', async () => {
  const server = fakeServer({ 'GET /api/v1/apps': { data: [] } });

  await api.get('/api/v1/apps', { query: { q: 'x', mode: undefined } });

  const [call] = server.calls;
  expect(call!.headers.get('Authorization')).toBe('Bearer first');
  expect(call!.headers.get('X-Workspace-Id')).toBe(workspace);
  expect(new URL(call!.url).search).toBe('?q=x');
});

it('refreshes once for many refused calls, and repeats each', async () => {
  const server = fakeServer({
    'GET /api/v1/apps': (request) =>
      request.headers.get('Authorization') === 'Bearer second' ? Response.json({ ok: true }) : problem(401, 'auth.expired', 'x'),
    'POST /api/v1/auth/refresh': { access_token: 'second', expires_in: 3600 },
  });

  const answers = await Promise.all([1, 2, 3].map(() => api.get<{ ok: boolean }>('/api/v1/apps')));

  expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  expect(server.calls.filter(({ url }) => url.endsWith('/refresh'))).toHaveLength(1);
});

it('is signed out when the refresh is refused', async () => {
  fakeServer({
    'GET /api/v1/apps': () => problem(401, 'auth.expired', 'x'),
    'POST /api/v1/auth/refresh': () => problem(401, 'auth.refresh_invalid', 'x'),
  });

  await expect(api.get('/api/v1/apps')).rejects.toMatchObject({ status: 401 });
  expect(sessionStatus()).toBe('signed_out');
});

it('stays signed in when the server is only not ready', async () => {
  fakeServer({
    'GET /api/v1/apps': () => problem(401, 'auth.expired', 'x'),
    'POST /api/v1/auth/refresh': () => problem(503, 'server.starting', 'x'),
  });

  await expect(api.get('/api/v1/apps')).rejects.toMatchObject({ status: 503 });
  expect(sessionStatus()).toBe('signed_in');
});

it('is signed out at once, whatever the server says to it', async () => {
  fakeServer({ 'POST /api/v1/auth/logout': () => problem(503, 'x', 'x') });

  await signOut();

  expect(sessionStatus()).toBe('signed_out');
});

it('reads a refusal with its code, fields, permission and trace id', async () => {
  fakeServer({
    'POST /api/v1/apps': () => problem(403, 'auth.forbidden', 'No.', { permission: 'apps.create', errors: { name: ['Long.'] } }),
  });

  const refusal = await api.post('/api/v1/apps', {}).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal).toMatchObject({
    status: 403, code: 'auth.forbidden', permission: 'apps.create', errors: { name: ['Long.'] },
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  });
});

it('translates a refusal by its code, and else takes the server\'s words', async () => {
  await prepareWords();

  expect(problemText(new Problem(401, { code: 'auth.invalid_credentials', detail: 'x' }))).toBe('The e-mail or the password is wrong.');
  expect(problemText(new Problem(400, { code: 'new.code', detail: 'The server says this.' }))).toBe('The server says this.');
  expect(problemText(new Problem(502, {}))).toBe('The server is not available at the moment. Try again shortly.');
});

it('says that the server cannot be reached', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));

  await expect(api.get('/api/v1/apps')).rejects.toMatchObject({ status: 0, code: 'client.unreachable' });
});

it('leaves empty values out of a query and repeats arrays', () => {
  expect(withQuery('/x', { a: '', b: null, c: 0, d: ['1', '2'] })).toBe('/x?c=0&d=1&d=2');
});
