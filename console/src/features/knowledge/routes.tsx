import { page } from '../../ui/feature';

export const nav = ['knowledge'] as const;

export const routes = [
  { path: 'knowledge', ...page(['knowledge', 'bases'], async () => (await import('./list/KnowledgeListPage')).KnowledgeListPage) },
  { path: 'knowledge/:id', ...page(['knowledge', 'documents'], async () => (await import('./base/DocumentsPage')).DocumentsPage) },
  {
    path: 'knowledge/:id/sources',
    ...page(['knowledge', 'sources'], async () => (await import('./sources/SourcesPage')).SourcesPage),
  },
  {
    path: 'knowledge/:id/hit-testing',
    ...page(['knowledge', 'bases', 'hitTesting'], async () => (await import('./hits/HitTestingPage')).HitTestingPage),
  },
  {
    path: 'knowledge/:id/settings',
    ...page(['knowledge', 'bases', 'hitTesting'], async () => (await import('./base/BaseSettingsPage')).BaseSettingsPage),
  },
  {
    path: 'knowledge/:id/logs',
    ...page(['knowledge', 'hitTesting'], async () => (await import('./logs/LogsPage')).LogsPage),
  },
  {
    path: 'knowledge/:id/documents/:doc',
    ...page(
      ['knowledge', 'documents', 'document'], async () => (await import('./document/DocumentPage')).DocumentPage),
  },
];
