import type { Kind, ToolProviderDetail } from './types';

export interface ImportValues {
  kind: Kind;
  name?: string;
  source?: string;
  source_url?: string;
  server_url?: string;
  transport: string;
  auth: { type: string; in: string; name?: string; prefix?: string; username?: string; secret?: string };
  headers: NamedSecret[];
  command?: string;
  /** One a line. */
  arguments?: string;
  environment?: NamedSecret[];
  network?: boolean;
}

interface NamedSecret { name?: string; value?: string }

/** What the form begins with. Secrets never come back, so their fields are empty. */
export function valuesOf(detail: ToolProviderDetail | undefined): Partial<ImportValues> {
  if (!detail) return { kind: 'openapi', transport: 'auto', auth: { type: 'none', in: 'header' }, headers: [], environment: [], network: false };
  const { kind, name, source_url, server_url, transport, auth, headers, command, environment, network } = detail.provider;
  return {
    kind: kind as Kind, name, transport, auth: { ...auth }, headers: named(headers), source_url: source_url ?? '', server_url: server_url ?? '',
    command: command ?? '', arguments: detail.provider.arguments.join('\n'), environment: named(environment), network,
  };
}

/** What is sent. Of a change only what differs, so that an address that the description gives is not fixed by a look at it. */
export function bodyOf(values: ImportValues, before: ToolProviderDetail | undefined): object {
  const { kind, name, source, source_url, server_url, transport, auth, headers } = values;
  if (kind === 'mcp' && transport === 'stdio') return { ...(!before && { kind }), name: name || undefined, transport, ...startOf(values) };

  const all = secretsOf(headers);
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

function startOf({ command, arguments: lines, environment, network }: ImportValues): object {
  return {
    command: command?.trim(), arguments: (lines ?? '').split('\n').filter((line) => line.length > 0), environment: secretsOf(environment), network: network ?? false,
  };
}

function named(names: readonly string[]): NamedSecret[] {
  return names.map((name) => ({ name, value: '' }));
}

function secretsOf(rows: NamedSecret[] | undefined): Record<string, string> {
  return Object.fromEntries((rows ?? []).filter(({ name }) => name).map(({ name, value }) => [name!.trim(), value ?? '']));
}
