import { page } from '../../ui/feature';

export const nav = ['tools'] as const;

export const routes = [
  { path: 'tools', ...page(['tools'], async () => (await import('./ToolsPage')).ToolsPage) },
];
