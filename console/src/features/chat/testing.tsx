import { screen } from '@testing-library/react';
import type { Answer } from '../../testing/fakeServer';
import { renderPage } from '../../testing/render';
import { ChatPage } from './ChatPage';

const citation = (position: number, content: string) => ({
  position, dataset_id: 'kb1', dataset_name: 'Fire code', document_id: `d${position}`, document_name: `code-${position}.pdf`,
  segment_id: `s${position}`, segment_position: 117 + position, score: 0.92, content, page: 24,
});
export const citations = [citation(1, 'At most 15 m apart.'), citation(2, 'Half of that to the wall.')];

export const kept = {
  id: 'm1', conversation_id: 'c1', parent_id: null as string | null, siblings: ['m1'], files: [] as object[],
  query: 'How far apart?', inputs: {}, answer: 'At most **15 m**.[1] Half to the wall.[2]', status: 'completed',
  error: null as string | null, error_code: null as string | null, moderated: false, annotation: null as object | null, citations, feedback: null, model: 'builtin/extractive',
  usage: { prompt_tokens: 1000, completion_tokens: 284, total_tokens: 1284 },
  time_to_first_token: 0.42, duration: 3.1, created_at: '2026-11-20T09:00:00Z',
};
export const app = {
  id: 'a1', name: 'Fire assistant', description: 'Knows the codes', icon: null, mode: 'chat', status: 'published', version: 2,
  draft_revision: 5, published_at: null, has_unpublished_changes: false, created_at: '', updated_at: '',
};
export const conversation = {
  id: 'c1', name: 'Detectors', message_count: 1, created_at: new Date().toISOString(), updated_at: new Date().toISOString(),
  app: { id: 'a1', name: 'Fire assistant', icon: null },
};
export const page = (...data: object[]) => ({ data, has_more: false, next_cursor: null });
export const start = {
  version: 2, opening_statement: '', suggested_questions: [], user_input_form: [] as object[], file_upload: null as object | null,
  has_knowledge: true, shows_citations: true, suggests_questions: false, remembers: false,
};

/** Shows the chat of somebody with one conversation with one app. */
export function show(path: string, answers: Record<string, Answer> = {}) {
  return renderPage(<ChatPage />, {
    route: 'chat/:conversation?/:app?', path, words: ['chat', 'talk'], permissions: ['apps.use', 'apps.read'],
    answers: {
      'GET /api/v1/conversations': page(conversation),
      'GET /api/v1/conversations/c1/messages': page(kept),
      'GET /api/v1/apps': page(app, { ...app, id: 'a2', name: 'Not ready', status: 'draft', version: null }),
      'GET /api/v1/apps/a1': app,
      'GET /api/v1/apps/a1/start': start,
      ...answers,
    },
  });
}

export const at = { task_id: 'm2', message_id: 'm2', conversation_id: 'c1' };
export const end = {
  event: 'message_end', ...at, id: 'm2',
  metadata: { usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, latency: 1.5, time_to_first_token: 0.2 } },
};
/** Where a question is written. */
export const field = () => screen.findByRole('textbox', { name: 'Question' });
