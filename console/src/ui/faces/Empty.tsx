import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Face } from './Face';

interface EmptyProps {
  title: string;
  /** One sentence that instructs. */
  text: string;
  icon?: LucideIcon;
  /** One primary action, and a link if there is one. */
  action?: ReactNode;
  compact?: boolean;
}

/** Nothing here yet: empty is an instruction. */
export function Empty({ title, text, icon, action, compact }: EmptyProps) {
  return <Face title={title} icon={icon} action={action} compact={compact}>{text}</Face>;
}
