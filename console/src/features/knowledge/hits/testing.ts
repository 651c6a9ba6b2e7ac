import type { Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { fireCode, pageOf } from '../testing';
import type { RetrievalRecord } from '../types';
import type { EvaluationSummary, TestCase } from '../evaluation/types';
import { HitTestingPage } from './HitTestingPage';
import { createElement } from 'react';

/** A passage for tests that three lists and a rerank model agree to disagree on. */
export const found: RetrievalRecord = {
  content: 'Smoke detectors stand 15 m apart.', score: 0.92, knowledge_base: { id: 'kb1', name: 'Fire code' },
  document: { id: 'd1', name: 'gb50116.pdf' }, chunk: { id: 'c9', position: 118, page: 24, heading: '6.2 Detectors', place: null },
  highlights: [{ start: 0, length: 15 }], answer: null, child_chunks: [{ id: 'p1', position: 1, content: '15 m apart', score: 0.81 }],
  joined_chunks: [], metadata: null, below_threshold: false,
  explanation: {
    matched_by: 'child',
    places: [
      { list: 'words', query: 'how far', rank: 4, score: 3.2 }, { list: 'meaning', query: 'how far', rank: 2, score: 0.81 },
      { list: 'fused', query: null, rank: 3, score: 0.03 }, { list: 'reranked', query: null, rank: 1, score: 0.92 },
    ],
  },
};

export const answerOf = (...records: RetrievalRecord[]) => ({
  records, notes: [],
  explanation: {
    queries: ['how far', 'distance of detectors'], reranking_mode: 'reranking_model', rerank_model: 'x/rerank',
    bases: [{ id: 'kb1', name: 'Fire code', method: 'hybrid_search', search_in: 'memory', filter: null, document_count: null }],
    timings: [{ stage: 'embed', milliseconds: 12 }, { stage: 'find', milliseconds: 8 }], notes: ['The vectors were left out.'],
  },
});

/** A run for tests, completed with the base's own settings unless said otherwise. */
export function evaluationOf(id: string, rest: Partial<EvaluationSummary> = {}): EvaluationSummary {
  return {
    id, label: id, reason: 'asked', settings: fireCode.retrieval, own_settings: true, state: 'completed', case_count: 2,
    metrics: { cases: 2, hit_at1: 0.5, hit_at3: 1, hit_at5: 1, hit_at10: 1, mrr: 0.75, ndcg: 0.8, p95_milliseconds: 40 },
    comparison: null, error: null, job_id: null, created_at: '2026-11-20T00:00:00Z', finished_at: '2026-11-20T00:01:00Z', ...rest,
  };
}

export const caseOf = (id: string, query: string): TestCase => ({
  id, query, expected: [{ document_id: 'd1', quote: 'Smoke detectors stand 15 m apart.' }], created_by: null,
  created_at: '2026-11-20T00:00:00Z', updated_at: '2026-11-20T00:00:00Z',
});

/** Shows the page with a base that has one case and no runs, unless the answers say otherwise. */
export const showHits = (answers: Record<string, Answer> = {}, path = '', base: object = fireCode) =>
  renderPage(createElement(HitTestingPage), {
    route: 'knowledge/:id/hit-testing', path: `knowledge/kb1/hit-testing${path}`, words: ['knowledge', 'bases', 'hitTesting'],
    permissions: ['knowledge.read', 'knowledge.retrieve', 'knowledge.update'],
    answers: {
      'GET /api/v1/knowledge-bases/kb1': base, 'GET /api/v1/models': { data: [] },
      'GET /api/v1/knowledge-bases/kb1/cases': pageOf(caseOf('c1', 'How far?')), 'GET /api/v1/knowledge-bases/kb1/evaluations': pageOf(),
      'GET /api/v1/knowledge-bases/kb1/queries': pageOf(),
      'GET /api/v1/knowledge-bases/kb1/metadata': { fields: [], built_in_enabled: false, built_in: [] }, ...answers,
    },
  });
