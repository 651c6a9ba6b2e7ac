import { screen } from '@testing-library/react';
import type { Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { FlowPage } from './FlowPage';

// jsdom has no layout, and so not what the canvas reads its zoom from.
globalThis.DOMMatrixReadOnly ??= class { m22 = 1; } as unknown as typeof DOMMatrixReadOnly;

export const app = {
  id: 'a1', name: 'Contract review', description: '', icon: null, mode: 'workflow', status: 'published', version: 4, draft_revision: 5,
  published_at: null, has_unpublished_changes: false, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z',
};

const node = (id: string, type: string, x: number, more: object = {}) =>
  ({ id, type: 'custom', position: { x, y: 0 }, data: { type, title: type.toUpperCase(), desc: '', ...more } });

/** Start → template → end, with a variable that the start asks for. */
export const config = {
  graph: {
    nodes: [
      node('1', 'start', 0, { variables: [{ variable: 'topic', label: 'Topic', type: 'text-input', required: true }] }),
      node('2', 'template-transform', 300, { template: 'About {{ t }}', variables: [{ variable: 't', value_selector: ['1', 'topic'] }] }),
      node('3', 'end', 600, { outputs: [{ variable: 'text', value_selector: ['2', 'output'], value_type: 'string' }] }),
    ],
    edges: [
      { id: '1-2', source: '1', target: '2', sourceHandle: 'source', targetHandle: 'target', type: 'custom', data: { sourceType: 'start', targetType: 'template-transform' } },
      { id: '2-3', source: '2', target: '3', sourceHandle: 'source', targetHandle: 'target', type: 'custom', data: { sourceType: 'template-transform', targetType: 'end' } },
    ],
  },
  features: {}, environment_variables: [], conversation_variables: [],
};

interface FlowOptions {
  answers?: Record<string, Answer>;
  permissions?: readonly string[];
  stored?: object;
}

/** Opens the canvas of an app whose draft is saved by a prepared server. */
export function showFlow({ answers = {}, permissions = ['apps.read', 'apps.update', 'apps.publish', 'apps.use'], stored = config }: FlowOptions = {}) {
  let revision = 5;
  return renderPage(<FlowPage />, {
    route: 'apps/:id/flow', path: 'apps/a1/flow', permissions,
    words: ['flow', 'flowNodes', 'flowForms', 'flowRun', 'apps', 'appEditor', 'chat', 'talk', 'human'],
    answers: {
      'GET /api/v1/apps/a1': app,
      'GET /api/v1/apps/a1/draft': { revision, config: stored, updated_at: '2026-11-20T09:00:00Z' },
      'PUT /api/v1/apps/a1/draft': async (request) => {
        const body = await request.json();
        return Response.json({ revision: ++revision, config: body.config, updated_at: '2026-11-20T10:30:00Z' });
      },
      'GET /api/v1/apps/a1/workflow-runs': { data: [], has_more: false, next_cursor: null },
      'GET /api/v1/apps/a1/versions/4': { version: 4, name: null, note: null, created_at: '', config: stored },
      ...answers,
    },
  });
}

/** Until the canvas can be changed. */
export const ready = () => screen.findByRole('button', { name: 'Add a node' });

/** The graph that was saved last. */
export async function lastGraph(calls: readonly Request[]): Promise<typeof config.graph> {
  const body = await calls.filter(({ method, url }) => method === 'PUT' && url.endsWith('/draft')).at(-1)!.clone().json();
  return body.config.graph;
}
