import type { ReactNode } from 'react';
import './Strip.css';

export interface Figure {
  label: string;
  value: string;
  unit?: string;
  /** The exact value or an explanation. */
  hint?: string;
  tone?: 'warn' | 'err';
  /** A sparkline at the right. */
  trace?: ReactNode;
}

/** Three to six figures under the header. */
export function Strip({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="md-strip">
      {figures.map(({ label, value, unit, hint, tone, trace }) => (
        <div key={label} title={hint}>
          <dt>{label}</dt>
          <dd className="md-num" data-tone={tone}>
            {value}{unit && <small>{unit}</small>}
          </dd>
          {trace}
        </div>
      ))}
    </dl>
  );
}
