import { areas, type AreaName } from '../../ui/areas';
import { features } from '../features';

/** Loads the page of a place before it is asked for; the browser keeps the chunk, so doing it again costs nothing. */
export function prefetch(area: AreaName): void {
  const page = features.flatMap((feature) => feature.routes ?? []).find(({ path }) => path === areas[area].path);
  // A failure is not for now: it shows when somebody goes there.
  if (typeof page?.lazy === 'function') void Promise.resolve(page.lazy()).catch(() => undefined);
}
