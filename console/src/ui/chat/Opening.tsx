import type { AppStart } from './appConfig';
import type { ChatSession } from './ChatSession';
import { InputFields } from './InputFields';
import { Markdown } from './markdown/Markdown';

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
        <InputFields fields={start.fields} session={session} values={values} onChange={onValues} />
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
