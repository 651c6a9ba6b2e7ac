import type { ReactNode } from 'react';

interface SectionProps {
  id: string;
  title: string;
  /** One sentence below the title. */
  text?: string;
  children: ReactNode;
}

/** A part of the settings; the list at the left leads to it by its id. */
export function Section({ id, title, text, children }: SectionProps) {
  return (
    <section className="md-settings-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {text && <p className="md-meta md-settings-text">{text}</p>}
      {children}
    </section>
  );
}
