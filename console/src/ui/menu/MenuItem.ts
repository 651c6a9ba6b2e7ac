import type { ReactNode } from 'react';

export interface MenuAct {
  type?: undefined;
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** Marked as the one that holds now. */
  selected?: boolean;
  onClick?: () => void;
}

export interface MenuGroup {
  type: 'group';
  key: string;
  label: string;
  children: readonly MenuAct[];
}

/** A line of a menu, a line between, or a group under its name; null is nothing. */
export type MenuItem = MenuAct | MenuGroup | { type: 'divider'; key?: string } | null;
