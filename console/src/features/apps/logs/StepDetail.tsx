import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../ui/chat/types';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { percent } from '../../../ui/format';
import type { TraceStep } from './types';

interface PromptMessage {
  role: string;
  content: string;
  attached?: string[] | null;
}

/** What went into a step and what came out: passages with their scores, a prompt by its roles, anything else as it is. */
export function StepDetail({ step }: { step: TraceStep }) {
  const { t } = useTranslation('appLogs');
  const [raw, setRaw] = useState(false);
  const known = step.kind === 'retrieval' || step.kind === 'prompt';
  return (
    <div className="md-step">
      <p className="md-meta">
        {step.title}
        {step.tokens && ` · ${t('fact.in_out', { in: step.tokens.prompt_tokens, out: step.tokens.completion_tokens })}`}
        {known && <button type="button" className="md-link" onClick={() => setRaw(!raw)}>{t(raw ? 'trace.readable' : 'trace.json')}</button>}
      </p>
      {!raw && step.kind === 'retrieval' && Array.isArray(step.output)
        ? <Passages passages={step.output as Citation[]} />
        : !raw && step.kind === 'prompt' && Array.isArray(step.output)
          ? <Prompt messages={step.output as PromptMessage[]} />
          : <Json step={step} />}
    </div>
  );
}

function Passages({ passages }: { passages: readonly Citation[] }) {
  const { t } = useTranslation('appLogs');
  if (passages.length === 0) return <p className="md-quiet">{t('trace.no_passages')}</p>;
  return (
    <ol className="md-passages">
      {passages.map((passage) => (
        <li key={passage.position}>
          <p className="md-meta">
            [{passage.position}] {passage.document_name}{passage.page !== null && ` · ${t('page', { page: passage.page })}`}
            <span className="md-num"> · {percent(passage.score)}</span>
          </p>
          <p>{passage.content}</p>
        </li>
      ))}
    </ol>
  );
}

function Prompt({ messages }: { messages: readonly PromptMessage[] }) {
  return (
    <>
      {messages.map((message, at) => (
        <section key={at}>
          <h4 className="md-meta">{message.role}{message.attached && ` · ${message.attached.join('; ')}`}</h4>
          <CodeBlock code={message.content} language="text" />
        </section>
      ))}
    </>
  );
}

function Json({ step: { input, output } }: { step: TraceStep }) {
  const { t } = useTranslation('appLogs');
  return (
    <>
      {input !== null && input !== undefined && <><h4 className="md-meta">{t('trace.in')}</h4><CodeBlock code={text(input)} language="json" /></>}
      {output !== null && output !== undefined && <><h4 className="md-meta">{t('trace.out')}</h4><CodeBlock code={text(output)} language="json" /></>}
    </>
  );
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
