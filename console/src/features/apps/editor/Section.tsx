import { useContext, useState, type ReactNode } from 'react';
import type { AppConfig } from '../../../ui/chat/appConfig';
import type { App } from '../../../ui/chat/queries';
import { isWithin, TroubleContext } from './trouble';

/** What every part of the form gets. */
export interface PartProps {
  app: App;
  config: AppConfig;
  change: (change: Partial<AppConfig>) => void;
}

interface SectionProps {
  title: string;
  /** A figure or word beside the title, also when it is folded. */
  fact?: ReactNode;
  /** What it is for, in a sentence. */
  help?: ReactNode;
  /** The places of the configuration that stand in this part: it opens when one of them is refused. */
  paths?: readonly string[];
  /** Folded at first; what is in it is drawn when it is opened. */
  folded?: boolean;
  children: ReactNode;
}

/** A part of the form that can be folded. */
export function Section({ title, fact, help, paths = [], folded = false, children }: SectionProps) {
  const trouble = useContext(TroubleContext);
  const [isOpen, setOpen] = useState(!folded);
  const isWrong = trouble !== undefined && paths.some((path) => isWithin(trouble.path, path));
  const shown = isOpen || isWrong;
  return (
    <details className="md-build-section" open={shown} data-wrong={isWrong || undefined}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          setOpen(!shown);
        }}
      >
        <h2>{title}</h2>{fact !== undefined && fact !== null && <span className="md-meta">{fact}</span>}
      </summary>
      {shown && (
        <div>
          {help && <p className="md-field-help">{help}</p>}
          {isWrong && <p className="md-field-error" role="alert">✕ {trouble.text}</p>}
          {children}
        </div>
      )}
    </details>
  );
}
