import { Problem, problemText } from '../../api/problem';
import { TraceLine } from '../faces/ErrorFace';
import './FailureNote.css';

/** What went wrong with a form, above its buttons: the sentence, the code and the trace id. */
export function FailureNote({ error }: { error: unknown }) {
  if (error === undefined || error === null) return null;
  return (
    <div className="md-failure" role="alert">
      <span className="md-failure-glyph" aria-hidden>✕</span>
      <div>
        {problemText(error)}
        {error instanceof Problem && error.traceId && <TraceLine problem={error} />}
      </div>
    </div>
  );
}
