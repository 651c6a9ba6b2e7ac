import type { DifferenceLine, SettingChange } from '../types';

/** One setting that a switch changes; undefined is a line that is not there, so that the default holds. */
export interface DifferenceRow {
  key: string;
  from: string | undefined;
  to: string | undefined;
}

const setting = /^\s*([\w-]+)\s*:\s*(\S.*)$/;
const plain = (key: string) => key.replace(/[_-]/g, '').toLowerCase();

/**
 * The lines that two versions of `middeck.yaml` do not share, paired by their setting:
 * `- log_level: debug` and `+ log_level: information` become one row `server.log_level`.
 */
export function differenceRows(changes: readonly SettingChange[], lines: readonly DifferenceLine[]): DifferenceRow[] {
  const rows = new Map<string, DifferenceRow>();
  for (const { sign, text } of lines) {
    const [, key, value] = setting.exec(text) ?? [];
    // A section's own line, a comment or an empty one changes nothing.
    if (key === undefined || value === undefined || value.startsWith('#')) continue;
    const change = changes.find((one) => plain(one.key) === plain(key));
    const name = change ? `${change.section}.${change.key}` : key;
    const row = rows.get(name) ?? { key: name, from: undefined, to: undefined };
    rows.set(name, sign === '-' ? { ...row, from: value } : { ...row, to: value });
  }
  return [...rows.values()].filter(({ from, to }) => from !== to);
}
