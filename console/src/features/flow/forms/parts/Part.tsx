import { useId, type ReactNode } from 'react';

interface PartProps {
  title: string;
  /** A word or figure after the title. */
  fact?: ReactNode;
  help?: ReactNode;
  /** Stands at the end of the title's line: an add button, a switch. */
  action?: ReactNode;
  children?: ReactNode;
}

/** A part of a form: a title, what can be done to the whole, and the fields. No landmark: a form has a dozen. */
export function Part({ title, fact, help, action, children }: PartProps) {
  const id = useId();
  return (
    <div className="md-nf-part" role="group" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {fact !== undefined && <span className="md-meta">{fact}</span>}
        {action}
      </header>
      {help !== undefined && <p className="md-field-help">{help}</p>}
      {children}
    </div>
  );
}
