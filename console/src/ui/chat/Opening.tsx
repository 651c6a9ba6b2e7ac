import { lazy, Suspense } from 'react';
import type { AppStart } from './appConfig';
import type { ChatSession } from './ChatSession';
import { Markdown } from './markdown/Markdown';

// Few apps ask for anything.
const InputFields = lazy(async () => ({ default: (await import('./InputFields')).InputFields }));

interface OpeningProps {
  start: AppStart;
  session: ChatSession;
  values: Record<string, string>;
  onValues: (values: Record<string, string>) => void;
  onAsk: (question: string) => void;
}

/** Before the first question: what the app says, wants to know, and can be asked. */
export function Opening({ start, session, values, onValues, onAsk }: OpeningProps) {
  return (
    <div className="md-opening">
      {start.opening && <Markdown text={start.opening} />}
      {start.fields.some(({ hidden }) => !hidden) && (
        <Suspense fallback={null}>
          <InputFields fields={start.fields} session={session} values={values} onChange={onValues} />
        </Suspense>
      )}
      {start.questions.length > 0 && <Questions questions={start.questions} onAsk={onAsk} />}
    </div>
  );
}

interface QuestionsProps {
  questions: readonly string[];
  label?: string;
  onAsk: (question: string) => void;
}

/** Questions that are asked with a click. */
export function Questions({ questions, label, onAsk }: QuestionsProps) {
  return (
    <div className="md-questions" role="group" aria-label={label}>
      {questions.map((question, at) => (
        <button key={at} type="button" onClick={() => onAsk(question)}>{question}</button>
      ))}
    </div>
  );
}
