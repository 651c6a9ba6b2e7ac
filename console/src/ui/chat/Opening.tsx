import { lazy, Suspense } from 'react';
import type { AppStart } from './appConfig';
import { Markdown } from './markdown/Markdown';

interface OpeningProps {
  start: AppStart;
  values: Record<string, string>;
  onValues: (values: Record<string, string>) => void;
  onAsk: (question: string) => void;
}

// Few apps ask for anything, and the fields bring most of Ant Design's controls with them.
const InputFields = lazy(async () => ({ default: (await import('./InputFields')).InputFields }));

/** Before the first question: what the app says, wants to know, and can be asked. */
export function Opening({ start, values, onValues, onAsk }: OpeningProps) {
  return (
    <div className="md-opening">
      {start.opening && <Markdown text={start.opening} />}
      {start.fields.length > 0 && (
        <Suspense fallback={null}><InputFields fields={start.fields} values={values} onChange={onValues} /></Suspense>
      )}
      {start.questions.length > 0 && (
        <div className="md-questions">
          {start.questions.map((question, at) => (
            <button key={at} type="button" onClick={() => onAsk(question)}>{question}</button>
          ))}
        </div>
      )}
    </div>
  );
}
