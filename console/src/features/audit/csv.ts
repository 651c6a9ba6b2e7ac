import type { AuditEntry } from './types';

const columns: readonly [string, (entry: AuditEntry) => unknown][] = [
  ['at', ({ at }) => at],
  ['actor', ({ actor }) => actor.name],
  ['actor_kind', ({ actor }) => actor.kind],
  ['action', ({ action }) => action],
  ['object_kind', ({ object }) => object?.kind],
  ['object_id', ({ object }) => object?.id],
  ['object_name', ({ object }) => object?.name],
  ['status', ({ status }) => status],
  ['ip', ({ ip }) => ip],
  ['trace_id', ({ trace_id }) => trace_id],
  ['before', ({ before }) => before && JSON.stringify(before)],
  ['after', ({ after }) => after && JSON.stringify(after)],
];

/** The rows as a table that spreadsheets open. */
export function toCsv(entries: readonly AuditEntry[]): string {
  const lines = [columns.map(([name]) => name), ...entries.map((entry) => columns.map(([, read]) => cell(read(entry))))];
  // Without the mark Excel reads UTF-8 as something else.
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

function cell(value: unknown): string {
  const text = String(value ?? '');
  // A spreadsheet would run what begins like a formula; names come from people.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
