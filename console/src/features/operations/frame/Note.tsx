import type { ReactNode } from 'react';
import { glyphs, type State } from '../../../ui/states/state';
import '../operations.css';

interface NoteProps {
  tone: Extract<State, 'running' | 'succeeded' | 'degraded' | 'failed' | 'off'>;
  children: ReactNode;
}

/** A line over a page's data that says how things are, by glyph and words. */
export function Note({ tone, children }: NoteProps) {
  return (
    <div className="md-ops-note" data-tone={tone} role={tone === 'failed' ? 'alert' : 'status'}>
      <span aria-hidden>{glyphs[tone]}</span>
      <div>{children}</div>
    </div>
  );
}
