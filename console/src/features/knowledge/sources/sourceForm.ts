import type { Source, SourceKind, SourceSettings } from './types';

/** What the form of a source holds; the settings of kinds that are not chosen stay in it, so that choosing back loses nothing. */
export interface SourceValues {
  name: string;
  kind: SourceKind;
  settings: SourceSettings;
  secret_key?: string;
  schedule: string;
  gone: Source['gone'];
}

export const kinds: readonly SourceKind[] = ['web', 's3', 'folder'];
export const goneRules: readonly Source['gone'][] = ['remove', 'disable', 'keep'];

/** How often a source can be read; another number of minutes that the API set stays to be chosen. */
export const schedules = ['none', '15m', 'hourly', '360m', 'daily', 'weekly'] as const;

/** What the form begins with. */
export function initialValues(source: Source | undefined): SourceValues {
  const { web, s3, folder } = source?.settings ?? {};
  return {
    name: source?.name ?? '',
    kind: source?.kind ?? 'web',
    settings: {
      web: web ?? { mode: 'urls', urls: [], start_url: null, max_depth: 2, max_pages: 200, include: [], exclude: [] },
      s3: s3 ?? {
        endpoint: null, bucket: '', prefix: '', region: 'us-east-1', access_key: null, path_style: true, include: [], exclude: [],
      },
      folder: folder ?? { path: '', include: [], exclude: [] },
    },
    schedule: source?.schedule ?? 'daily',
    gone: source?.gone ?? 'remove',
  };
}

/** The settings of the chosen kind alone, as the API takes them: without empty lines and without what its mode does not use. */
export function settingsOf({ kind, settings }: Pick<SourceValues, 'kind' | 'settings'>): SourceSettings {
  const patterns = ({ include, exclude }: { include?: string[]; exclude?: string[] }) =>
    ({ include: filled(include), exclude: filled(exclude) });
  const { web, s3, folder } = settings;
  if (kind === 'web' && web) {
    const isList = web.mode === 'urls';
    return {
      web: { ...web, ...patterns(web), urls: isList ? filled(web.urls) : [], start_url: isList ? null : web.start_url?.trim() || null },
    };
  }
  if (kind === 's3' && s3) {
    return { s3: { ...s3, ...patterns(s3), endpoint: s3.endpoint?.trim() || null, access_key: s3.access_key?.trim() || null } };
  }
  return folder ? { folder: { ...folder, ...patterns(folder) } } : {};
}

const filled = (lines: readonly string[] = []) => lines.map((line) => line.trim()).filter((line) => line !== '');
