import type { ReactNode } from 'react';

export interface Column<T> {
  key: string;
  /** May be empty above buttons that speak for themselves. */
  title: string;
  render: (row: T) => ReactNode;
  /** Pixels; without it the column shares what is left. */
  width?: number;
  /** Numbers: right-aligned, all digits equally wide. */
  numeric?: boolean;
  /** Can be sorted by; the key is what the API calls it. */
  sort?: boolean;
}
