import i18n from 'i18next';
import { Problem, problemText } from '../../../api/problem';
import type { State } from '../../../ui/states/state';
import type { Source, SourceState } from './types';

/** The face of each state of a source; the words are its own. */
export const faces: Record<SourceState, State> = {
  idle: 'succeeded', queued: 'waiting', running: 'running', needs_confirmation: 'degraded', error: 'failed', removing: 'running',
};

/** Whether a source is being read, or is about to be. */
export const isSyncing = ({ state }: Pick<Source, 'state'>): boolean => state === 'queued' || state === 'running';

/** Where documents come from, in one line: an address, a bucket, a path. */
export function placeText({ settings }: Pick<Source, 'settings'>): string {
  const { web, s3, folder } = settings;
  if (web) return web.start_url ?? [web.urls?.[0], (web.urls?.length ?? 0) > 1 ? `+${web.urls!.length - 1}` : ''].join(' ').trim();
  if (s3) return `${s3.bucket}/${s3.prefix ?? ''}`;
  return folder?.path ?? '';
}

/** Why something could not be brought, translated by its code; else in the server's own words. */
export function failureText(code: string | null, error: string | null): string {
  const key = `sources:failure.${code ?? ''}`;
  return code !== null && i18n.exists(key) ? i18n.t(key) : error ?? code ?? '';
}

/** The same of a refused call. */
export const refusalText = (error: unknown): string =>
  error instanceof Problem && i18n.exists(`sources:failure.${error.code}`) ? failureText(error.code, null) : problemText(error);
