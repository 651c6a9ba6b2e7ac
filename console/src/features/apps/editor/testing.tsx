import { renderPage } from '../../../testing/render';
import type { Answer } from '../../../testing/fakeServer';
import { AppPage } from './AppPage';

export const app = {
  id: 'a1', name: 'Fire assistant', description: '', icon: null, mode: 'chat', status: 'published', version: 4,
  draft_revision: 5, published_at: null, has_unpublished_changes: false, created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};

export const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });

const everything = ['apps.read', 'apps.update', 'apps.publish', 'apps.keys', 'apps.use', 'apps.logs'];

interface EditorOptions {
  mode?: string;
  config?: object;
  answers?: Record<string, Answer>;
  path?: string;
  permissions?: readonly string[];
}

/** Opens the editor of an app whose draft is saved by a prepared server. */
export function showEditor({ mode = 'chat', config = {}, answers = {}, path = 'apps/a1', permissions = everything }: EditorOptions = {}) {
  let revision = 5;
  return renderPage(<AppPage />, {
    route: 'apps/:id/:tab?', path, words: ['apps', 'appEditor', 'appList', 'annotations', 'chat'], permissions,
    answers: {
      'GET /api/v1/apps/a1': { ...app, mode },
      'GET /api/v1/apps/a1/draft': { revision, config, updated_at: '2026-11-20T09:00:00Z' },
      'PUT /api/v1/apps/a1/draft': async (request) => {
        const body = await request.json();
        return Response.json({ revision: ++revision, config: body.config, updated_at: '2026-11-20T10:30:00Z' });
      },
      'GET /api/v1/apps/a1/versions/4': { version: 4, name: null, note: null, created_at: '', config },
      'GET /api/v1/apps/a1/annotation-reply': { enabled: false, score_threshold: 0.9, embedding_model: null, job_id: null },
      'GET /api/v1/models': {
        data: [
          { id: 'builtin/extractive', provider: 'builtin', name: 'extractive', type: 'llm' },
          { id: 'acme/large', provider: 'acme', name: 'large', type: 'llm' },
        ],
      },
      'GET /api/v1/default-models': { llm: null, resolved: { llm: 'builtin/extractive' } },
      'GET /api/v1/knowledge-bases': page({ id: 'kb1', name: 'Fire code', document_count: 1, chunk_count: 9 }),
      'GET /api/v1/api-extensions': page(),
      'GET /api/v1/system': { base_url: 'https://ai.example.cn/' },
      ...answers,
    },
  });
}

/** What the draft was last saved as. */
export async function lastSaved(calls: readonly Request[]): Promise<Record<string, unknown>> {
  const body = await calls.filter(({ method, url }) => method === 'PUT' && url.endsWith('/draft')).at(-1)!.clone().json();
  return body.config;
}
