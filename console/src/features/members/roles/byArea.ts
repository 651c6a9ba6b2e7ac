import type { Permission } from '../types';

/** Permissions under the first part of their name, in the catalogue's order. */
export function byArea(permissions: readonly Permission[]): [area: string, permissions: Permission[]][] {
  const areas = new Map<string, Permission[]>();
  for (const permission of permissions) {
    const area = permission.name.split('.')[0]!;
    const known = areas.get(area);
    if (known) known.push(permission);
    else areas.set(area, [permission]);
  }
  return [...areas];
}
