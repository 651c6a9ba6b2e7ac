import { page } from '../../ui/feature';

export const nav = ['services', 'ports', 'logs', 'environment', 'backups'] as const;

// By way of a list of its own: the names of all files that these pages need would else stand in what every page loads.
export const routes = nav.map((name) => ({
  path: `ops/${name}`, ...page('operations', async () => (await import('./pages')).pages[name]()),
}));
