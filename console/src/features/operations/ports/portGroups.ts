import type { Port } from '../types';

const layers = ['entry', 'application', 'model', 'data', 'monitoring'] as const;

export type PortGroup = 'conflict' | Port['layer'];

/** Conflicts first, then by layer; without the groups that are empty. A port stands once. */
export function portGroups(ports: readonly Port[], wanted: string): [PortGroup, Port[]][] {
  const words = wanted.trim().toLowerCase();
  const found = ports.filter(({ service, name, number, purpose, owner }) =>
    [service, name, String(number), purpose, owner?.command, owner?.user, owner && String(owner.pid)].some((text) => text?.toLowerCase().includes(words)));
  const groups: [PortGroup, Port[]][] = [
    ['conflict', found.filter(({ state }) => state === 'conflict')],
    ...layers.map((layer): [PortGroup, Port[]] => [layer, found.filter((port) => port.layer === layer && port.state !== 'conflict')]),
  ];
  return groups.filter(([, rows]) => rows.length > 0);
}
