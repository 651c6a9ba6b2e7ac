import i18n from 'i18next';
import { page } from '../../ui/feature';

export const nav = ['knowledge'] as const;

export const routes = [
  { path: 'knowledge', ...page('knowledge', async () => (await import('./list/KnowledgeListPage')).KnowledgeListPage) },
  { path: 'knowledge/:id', ...page(['knowledge', 'documents'], async () => (await import('./base/DocumentsPage')).DocumentsPage) },
  {
    path: 'knowledge/:id/sources',
    ...page(['knowledge', 'sources'], async () => (await import('./sources/SourcesPage')).SourcesPage),
  },
  {
    path: 'knowledge/:id/hit-testing',
    ...page('knowledge', async () => (await import('./base/HitTestingPage')).HitTestingPage),
  },
  {
    path: 'knowledge/:id/settings',
    ...page('knowledge', async () => (await import('./base/BaseSettingsPage')).BaseSettingsPage),
  },
  {
    path: 'knowledge/:id/documents/:doc',
    ...page(['knowledge', 'documents'], async () => (await import('./document/DocumentPage')).DocumentPage),
    ...page('knowledge', async () => {
      const [{ DocumentPage }] = await Promise.all([import('./document/DocumentPage'), i18n.loadNamespaces('document')]);
      return DocumentPage;
    }),
  },
];
