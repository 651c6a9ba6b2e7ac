import type { Health } from './types';

/** The names of the checks that are not well. A check is a word or an object with a `status`. */
export function failingChecks({ checks }: Health): string[] {
  return Object.entries(checks).filter(([, check]) => {
    const status = typeof check === 'object' && check !== null ? (check as { status?: unknown }).status : check;
    return status !== 'ok' && status !== true;
  }).map(([name]) => name);
}
