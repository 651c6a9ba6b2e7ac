import { page } from '../../ui/feature';

export const nav = ['services', 'ports', 'logs', 'environment', 'backups'] as const;

export const routes = [
  { path: 'ops/services', ...page('operations', async () => (await import('./services/ServicesPage')).ServicesPage) },
  { path: 'ops/ports', ...page('operations', async () => (await import('./ports/PortsPage')).PortsPage) },
  { path: 'ops/logs', ...page('operations', async () => (await import('./logs/LogsPage')).LogsPage) },
  { path: 'ops/environment', ...page('operations', async () => (await import('./environment/EnvironmentPage')).EnvironmentPage) },
  { path: 'ops/backups', ...page('operations', async () => (await import('./backups/BackupsPage')).BackupsPage) },
];
