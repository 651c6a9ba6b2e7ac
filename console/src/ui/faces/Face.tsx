import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './Face.css';

interface FaceProps {
  title: string;
  /** One sentence: what this is for, or what happened. */
  children?: ReactNode;
  icon?: LucideIcon;
  action?: ReactNode;
  role?: 'alert' | 'status';
  /** Inside a panel rather than on the whole page. */
  compact?: boolean;
}

/** What stands in the place of data: a title, a sentence and the next step. */
export function Face({ title, children, icon: Icon, action, role, compact = false }: FaceProps) {
  return (
    <div className="md-face" data-compact={compact || undefined} role={role}>
      {Icon && <Icon size={20} aria-hidden />}
      <p className="md-face-title">{title}</p>
      {children && <div className="md-face-text">{children}</div>}
      {action && <div className="md-face-action">{action}</div>}
    </div>
  );
}
