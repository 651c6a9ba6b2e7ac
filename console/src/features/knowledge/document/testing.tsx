import { configure } from '@testing-library/react';
import type { Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { documentOf, documentsPath, fireCode, pageOf } from '../testing';
import type { KnowledgeDocument } from '../types';
import { DocumentPage } from './DocumentPage';
import type { Chunk } from './types';

// The page has much to draw for the first time, and a busy machine takes longer than a second.
configure({ asyncUtilTimeout: 5000 });

export const path = `${documentsPath}/a.txt`;

/** A chunk for tests. */
export function chunkOf(position: number, content: string, rest: Partial<Chunk> = {}): Chunk {
  return {
    id: `c${position}`, position, content, answer: null, keywords: [], heading: null, place: null, context: null, summary: null,
    word_count: content.length, token_count: content.length, page: null, enabled: true, hit_count: position - 1, edited: false,
    child_count: 0, children: null, embedding: 'ready', created_by: null,
    created_at: '2026-11-20T00:00:00Z', updated_at: '2026-11-20T00:00:00Z', disabled_at: null,
    ...rest,
  };
}

export const chunks: readonly Chunk[] = ['One stands here.', 'Two follows.', 'Three ends it.'].map((content, at) => chunkOf(at + 1, content));

interface Shown {
  document?: Partial<KnowledgeDocument>;
  rows?: readonly Chunk[];
  answers?: Record<string, Answer>;
  query?: string;
  permissions?: readonly string[];
  language?: 'en' | 'zh-CN';
}

/** The page of a document whose text is that of its chunks. */
export function showDocument({ document, rows = chunks, answers = {}, query = '', permissions, language }: Shown = {}) {
  const text = rows.map(({ content }) => content).join(' ');
  return renderPage(<DocumentPage />, {
    route: 'knowledge/:id/documents/:doc', path: `knowledge/kb1/documents/a.txt${query}`, words: ['knowledge', 'document', 'documents'], language,
    permissions: permissions ?? ['knowledge.read', 'knowledge.update', 'knowledge.delete'],
    answers: {
      'GET /api/v1/knowledge-bases/kb1': fireCode,
      [`GET ${path}`]: documentOf('a.txt', {
        chunk_count: rows.length, completed_at: '2026-11-20T00:00:00Z', chunking: null, archived: false, version: 1, warning: null,
        seconds_left: null, ...document,
      }),
      [`GET ${path}/chunks`]: (request) => {
        const { searchParams } = new URL(request.url);
        const after = Number(searchParams.get('cursor') ?? 0);
        const limit = Number(searchParams.get('limit'));
        const left = rows.filter(({ position }) => position > after).filter(({ content }) => content.includes(searchParams.get('q') ?? ''))
          .filter(({ enabled }) => !searchParams.has('enabled') || String(enabled) === searchParams.get('enabled'));
        return Response.json({ ...pageOf(...left.slice(0, limit)), has_more: left.length > limit });
      },
      ...Object.fromEntries(rows.map((chunk) => [`GET ${path}/chunks/${chunk.id}`, chunk])),
      [`GET ${path}/text`]: (request) => {
        const content = rows.find(({ id }) => id === new URL(request.url).searchParams.get('around'))?.content ?? text;
        return Response.json({
          text, offset: 0, total: text.length, highlight: { start: text.indexOf(content), length: content.length },
        });
      },
      ...answers,
    },
  });
}

/** What was sent by the last call of a method to an address. */
export async function sentTo(calls: readonly Request[], method: string, address: string): Promise<unknown> {
  const call = calls.findLast((one) => one.method === method && new URL(one.url).pathname === address);
  return call?.clone().json();
}
