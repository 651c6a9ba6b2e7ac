import i18n from 'i18next';
import { page } from '../../ui/feature';

export const nav = ['apps', 'templates'] as const;

const words = ['apps', 'appEditor', 'appList'];

export const routes = [
  { path: 'apps', ...page(words, async () => (await import('./list/AppsPage')).AppsPage) },
  { path: 'templates', ...page(words, async () => (await import('./templates/TemplatesPage')).TemplatesPage) },
  { path: 'apps/:id/logs', ...page(['apps', 'appLogs', 'chat'], async () => (await import('./logs/LogsPage')).LogsPage) },
  { path: 'apps/:id/insight', ...page(['apps', 'appInsight'], async () => (await import('./insight/InsightPage')).InsightPage) },
  {
    path: 'apps/:id/evaluation',
    ...page(['apps', 'appEvaluation'], async () => (await import('./evaluation/EvaluationPage')).EvaluationPage),
  },
  {
    path: 'apps/:id/:tab?',
    ...page([...words, 'annotations'], async () => {
      // The preview is a conversation and speaks with its words.
      const [{ AppPage }] = await Promise.all([import('./editor/AppPage'), i18n.loadNamespaces(['chat', 'talk'])]);
      return AppPage;
    }),
  },
];
