import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Answer } from '../../../testing/fakeServer';
import { renderPage } from '../../../testing/render';
import { documentList, documentOf, documentsPath, fireCode } from '../testing';
import type { KnowledgeDocument } from '../types';
import { DocumentsPage } from './DocumentsPage';

const show = (documents: KnowledgeDocument[], answers: Record<string, Answer> = {}, permissions = ['knowledge.read', 'knowledge.update']) =>
  renderPage(<DocumentsPage />, {
    route: 'knowledge/:id', path: 'knowledge/kb1', words: ['knowledge', 'documents'], permissions,
    answers: {
      'GET /api/v1/knowledge-bases/kb1': { ...fireCode, processing_count: 1 },
      [`GET ${documentsPath}`]: documentList(...documents),
      ...answers,
    },
  });

const panel = async () => within(await screen.findByRole('region', { name: 'Files in work' }));
const indexing = documentOf('c.pdf', { status: 'indexing', progress: 0.6, fact: '248/400 chunks', seconds_left: 80 });

it('says how much time is left, of each document and of all', async () => {
  await show([indexing]);

  expect(await (await panel()).findAllByText(/about 1 min 20 s left/)).toHaveLength(2);
});

it('says that more is left while documents still wait', async () => {
  await show([indexing, documentOf('d.pdf', { status: 'waiting', progress: 0 })]);

  expect(await (await panel()).findByText('more than 1 min 20 s left')).toBeVisible();
});

it('holds a document back and goes on with it', async () => {
  const held = { ...indexing, status: 'paused' as const };
  await show([indexing], {
    [`POST ${documentsPath}/c.pdf/pause`]: held, [`POST ${documentsPath}/c.pdf/resume`]: { ...indexing, status: 'waiting' },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Pause c.pdf' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Resume c.pdf' }));

  expect(await (await panel()).findByText('Waiting')).toBeVisible();
});

it('still shows after a reload what is held back', async () => {
  await show([documentOf('c.pdf', { status: 'paused' })], { 'GET /api/v1/knowledge-bases/kb1': fireCode });

  expect(await screen.findByRole('button', { name: 'Resume c.pdf' })).toBeVisible();
  expect((await panel()).getByRole('button', { name: 'Resume all' })).toBeVisible();
});

it('holds all back at once', async () => {
  const paused = vi.fn();
  await show([indexing], {
    'POST /api/v1/knowledge-bases/kb1/pause': () => {
      paused();
      return Response.json({ documents: 3 });
    },
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Pause all' }));

  expect(paused).toHaveBeenCalledOnce();
});

it('cancels all that is in work', async () => {
  const cancelled: string[] = [];
  const second = documentOf('d.pdf', { status: 'waiting' });
  const cancel = (document: KnowledgeDocument) => () => {
    cancelled.push(document.id);
    return Response.json({ ...document, status: 'cancelled' });
  };
  await show([indexing, second], {
    [`POST ${documentsPath}/c.pdf/cancel`]: cancel(indexing), [`POST ${documentsPath}/d.pdf/cancel`]: cancel(second),
  });

  await userEvent.click(await screen.findByRole('button', { name: 'Cancel all' }));

  await vi.waitFor(() => expect(cancelled.toSorted()).toEqual(['c.pdf', 'd.pdf']));
});

it('folds to one line, and remembers that', async () => {
  const { unmount } = await show([indexing]);
  await userEvent.click(await screen.findByRole('button', { name: 'Fold' }));
  expect((await panel()).queryByRole('link', { name: 'c.pdf' })).not.toBeInTheDocument();
  expect((await panel()).getByText('1 file in work')).toBeVisible();
  unmount();

  await show([indexing]);

  expect(await screen.findByRole('button', { name: 'Fold' })).toHaveAttribute('aria-expanded', 'false');
});

it('offers no acts to whoever may only read', async () => {
  await show([indexing], {}, ['knowledge.read']);

  expect(await (await panel()).findByRole('link', { name: 'c.pdf' })).toBeVisible();
  expect((await panel()).queryByRole('button', { name: /Pause|Cancel/ })).not.toBeInTheDocument();
});
