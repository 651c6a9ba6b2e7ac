import './StageTrack.css';

interface StageTrackProps {
  /** The stages' words, four of them for a document. */
  stages: readonly string[];
  /** How many are finished. */
  done: number;
  /** How much of the present one is finished, 0 to 1. */
  fraction?: number;
  failed?: boolean;
  /** What it says in words: `Indexing 248 / 400 chunks`. */
  label: string;
}

/** Work in stages: one part per stage, the present one filled as far as it is. */
export function StageTrack({ stages, done, fraction = 0, failed = false, label }: StageTrackProps) {
  const now = Math.round(((done + (done < stages.length ? fraction : 0)) / stages.length) * 100);
  return (
    <span
      className="md-stages"
      data-failed={failed || undefined}
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={now}
      aria-label={label}
      title={stages.join(' · ')}
    >
      {stages.map((stage, at) => (
        <span key={stage}>
          <span style={{ transform: `scaleX(${at < done ? 1 : at === done ? Math.max(fraction, failed ? 0.35 : 0) : 0})` }} />
        </span>
      ))}
    </span>
  );
}
