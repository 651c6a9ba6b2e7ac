import { workspaceId } from '../../testing/render';
import { defaultChunking, defaultRetrieval } from './defaults';
import type { KnowledgeBase, KnowledgeDocument } from './types';

/** A base for tests. */
export const fireCode: KnowledgeBase = {
  id: 'kb1', name: 'Fire code', description: '', indexing: 'high_quality', chunking: defaultChunking,
  embedding_model: 'builtin/lexical-embedding', retrieval: defaultRetrieval, document_count: 2, chunk_count: 480,
  character_count: 91_000, failed_count: 0, processing_count: 0, reading: { ocr: 'auto', ocr_languages: null },
  enrichment: { summary: false, questions: 0, context: false, model: null }, reembedding: null, external_api_id: null,
  external_knowledge_id: null, search_in: 'memory', last_searched_at: null, tags: [], app_count: 0,
  created_at: '2026-11-01T00:00:00Z', updated_at: '2026-11-20T00:00:00Z',
};

/** A document for tests, finished unless said otherwise. */
export function documentOf(name: string, rest: Partial<KnowledgeDocument> = {}): KnowledgeDocument {
  return {
    id: name, knowledge_base_id: 'kb1', name, size: 4096, mime_type: 'text/plain', status: 'completed', progress: 1,
    folder: '', version: 1, origin: 'upload', source_id: null, source_key: null, fact: null, seconds_left: null, error: null,
    error_code: null, warning: null, findable: true, enabled: true, archived: false, chunking: null,
    processing_started_at: null, parsed_at: null, cleaned_at: null, split_at: null, paused_at: null, chunk_count: 12,
    character_count: 4000, page_count: null, hit_count: 3, job_id: null, created_by: null, created_at: '2026-11-20T00:00:00Z',
    updated_at: '2026-11-20T00:00:00Z', completed_at: null, ...rest,
  };
}

export const pageOf = <T>(...data: T[]) => ({ data, has_more: false, next_cursor: null });

/** The list of a base's documents, narrowed as the server does it. */
export const documentList = (...documents: KnowledgeDocument[]) => (request: Request) => {
  const asked = new URL(request.url).searchParams;
  const statuses = asked.getAll('status');
  const fits = (name: 'enabled' | 'archived', value: boolean) => (asked.get(name) ?? String(value)) === String(value);
  return Response.json(pageOf(...documents.filter(({ status, enabled, archived }) =>
    (statuses.length === 0 || statuses.includes(status)) && fits('enabled', enabled) && fits('archived', archived))));
};

/** Answers `GET /api/v1/events` once with the given changes, then stays open. */
export const eventsOf = (...documents: KnowledgeDocument[]) => () => {
  const text = documents.map((data, at) => {
    const event = { type: 'document.changed', topic: `knowledge:${data.knowledge_base_id}`, data, at: '' };
    return `id: ${at + 1}\ndata: ${JSON.stringify(event)}\n\n`;
  }).join('');
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(text)),
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
};

export const documentsPath = '/api/v1/knowledge-bases/kb1/documents';
export const atWorkspace = `/w/${workspaceId}`;

export { fakeUploads, type SentUpload } from '../../testing/fakeUploads';
