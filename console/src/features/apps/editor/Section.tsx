import type { ReactNode } from 'react';
import type { AppConfig } from '../../../ui/chat/appConfig';

/** What every part of the form gets. */
export interface PartProps {
  config: AppConfig;
  change: (change: Partial<AppConfig>) => void;
}

interface SectionProps {
  title: string;
  /** A figure or word beside the title, also when it is folded. */
  fact?: ReactNode;
  children: ReactNode;
}

/** A part of the form that can be folded. */
export function Section({ title, fact, children }: SectionProps) {
  return (
    <details className="md-build-section" open>
      <summary><h2>{title}</h2>{fact !== undefined && <span className="md-meta">{fact}</span>}</summary>
      <div>{children}</div>
    </details>
  );
}
