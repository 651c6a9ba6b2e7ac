import type { KeyKind } from './types';

const prefixes: Record<KeyKind, string> = { management: 'md-…', knowledge: 'dataset-…' };
const paths: Record<KeyKind, string> = { management: '/api/v1/auth/me', knowledge: '/v1/datasets' };

/** A call that works when it is pasted into a shell; without a key it shows where one belongs. */
export function curlFor(kind: KeyKind, base: string, key = prefixes[kind]): string {
  return `curl '${base}${paths[kind]}' \\\n  -H 'Authorization: Bearer ${key}'`;
}
