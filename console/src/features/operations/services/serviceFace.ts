import type { State } from '../../../ui/states/state';
import type { Service } from '../types';

/** The face and the word (`service.state.<word>`) of what a service does, its health included. */
export function serviceFace({ state, health, restarts }: Service): { as: State; word: string } {
  switch (state) {
    case 'waiting': return { as: 'waiting', word: 'waiting' };
    case 'starting': return { as: 'running', word: 'starting' };
    case 'restarting': return { as: 'degraded', word: 'restarting' };
    case 'stopped': return { as: 'stopped', word: 'stopped' };
    case 'failed': return { as: 'failed', word: restarts > 0 ? 'crashing' : 'failed' };
    case 'running': break;
    default: return { as: 'off', word: 'unknown' };
  }
  if (health === 'unhealthy') return { as: 'degraded', word: 'unhealthy' };
  return health === 'starting' ? { as: 'running', word: 'starting' } : { as: 'succeeded', word: 'running' };
}

/** Whether somebody should look at it. */
export const needsCare = (service: Service): boolean => ['failed', 'degraded'].includes(serviceFace(service).as);
