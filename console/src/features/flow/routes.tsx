import { page } from '../../ui/feature';

export const routes = [
  {
    path: 'apps/:id/flow', handle: { rail: true },
    ...page(['flow', 'flowNodes', 'apps'], async () => (await import('./page/FlowPage')).FlowPage),
  },
  { path: 'apps/:id/runs', ...page(['flow', 'flowRun', 'apps'], async () => (await import('./runs/RunsPage')).RunsPage) },
  { path: 'apps/:id/runs/:run', ...page(['flow', 'flowNodes', 'flowRun', 'apps', 'human'], async () => (await import('./runs/RunPage')).RunPage) },
];
