import type { RoleName } from '../../api/types';

// As in the server's catalogue: nobody gives, changes or takes a role above the own one.
const ranks: Record<RoleName, number> = { owner: 5, admin: 4, editor: 3, operator: 2, dataset_operator: 2, viewer: 1 };

/** The roles, the mightiest first. */
export const roleNames = Object.keys(ranks) as RoleName[];

/** Whether somebody with the role `own` may deal with the role `other`. */
export function reaches(own: string | undefined, other: string): boolean {
  return (ranks[own as RoleName] ?? 0) >= (ranks[other as RoleName] ?? 0);
}
