import type { Kind, ToolProviderDetail } from './types';

export interface ImportValues {
  kind: Kind;
  name?: string;
  source?: string;
  source_url?: string;
  server_url?: string;
  transport: string;
  auth: { type: string; in: string; name?: string; prefix?: string; username?: string; secret?: string };
  headers: { name?: string; value?: string }[];
}

/** What the form begins with. Secrets never come back, so their fields are empty. */
export function valuesOf(detail: ToolProviderDetail | undefined): Partial<ImportValues> {
  if (!detail) return { kind: 'openapi', transport: 'auto', auth: { type: 'none', in: 'header' }, headers: [] };
  const { kind, name, source_url, server_url, transport, auth, headers } = detail.provider;
  return {
    kind: kind as Kind, name, transport, auth: { ...auth }, headers: headers.map((one) => ({ name: one, value: '' })),
    source_url: source_url ?? '', server_url: server_url ?? '',
  };
}

/** What is sent. Of a change only what differs, so that an address that the description gives is not fixed by a look at it. */
export function bodyOf(values: ImportValues, before: ToolProviderDetail | undefined): object {
  const { kind, name, source, source_url, server_url, transport, auth, headers } = values;
  const all = Object.fromEntries((headers ?? []).filter((one) => one.name).map((one) => [one.name!.trim(), one.value ?? '']));
  if (!before) {
    return {
      kind, name: name || undefined, source: source || undefined, source_url: source_url || undefined, server_url: server_url || undefined,
      transport: transport ?? 'auto', headers: all,
      // A curl command, and an OpenAPI document, may say themselves how they want to be asked.
      auth: auth.type === 'none' ? undefined : auth,
    };
  }

  const { provider } = before;
  return {
    name: name || undefined, transport, auth: { ...auth, secret: auth.secret || undefined }, headers: all,
    source: source || undefined,
    source_url: source_url === (provider.source_url ?? '') ? undefined : source_url,
    server_url: server_url === (provider.server_url ?? '') ? undefined : server_url,
  };
}
