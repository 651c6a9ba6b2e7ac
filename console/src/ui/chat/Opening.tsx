import type { AppStart } from './appConfig';
import { InputFields } from './InputFields';
import { Markdown } from './markdown/Markdown';

interface OpeningProps {
  start: AppStart;
  values: Record<string, string>;
  onValues: (values: Record<string, string>) => void;
  onAsk: (question: string) => void;
}

/** Before the first question: what the app says, wants to know, and can be asked. */
export function Opening({ start, values, onValues, onAsk }: OpeningProps) {
  return (
    <div className="md-opening">
      {start.opening && <Markdown text={start.opening} />}
      {start.fields.length > 0 && <InputFields fields={start.fields} values={values} onChange={onValues} />}
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
