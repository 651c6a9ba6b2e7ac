import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { unknownVariables, variableParts } from './promptVariables';

interface PromptFieldProps {
  value: string;
  label: string;
  placeholder: string;
  /** The variables that are asked for. */
  known: readonly string[];
  onChange: (value: string) => void;
  /** Asks for variables that the text names and nothing fills. */
  onDeclare: (names: string[]) => void;
}

/** A text area with its variables coloured: the same text stands behind it, with the colours. */
export function PromptField({ value, label, placeholder, known, onChange, onDeclare }: PromptFieldProps) {
  const { t } = useTranslation('apps');
  const field = useRef<HTMLTextAreaElement>(null);
  const unknown = unknownVariables(value, known);

  useLayoutEffect(() => {
    const element = field.current!;
    element.style.height = 'auto';
    if (element.scrollHeight > 0) element.style.height = `${element.scrollHeight}px`;
  }, [value]);

  return (
    <>
      <div className="md-prompt">
        <div className="md-prompt-colours" aria-hidden>
          {variableParts(value).map(({ text, variable }, at) => (
            variable === undefined
              ? <span key={at}>{text}</span>
              : <mark key={at} data-unknown={!known.includes(variable) || undefined}>{text}</mark>
          ))}
          {'\n'}
        </div>
        <textarea
          ref={field} value={value} aria-label={label} placeholder={placeholder} maxLength={100_000} spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      {unknown.length > 0 && (
        <p className="md-build-warn">
          ! {t('prompt.unknown', { names: unknown.join(', ') })}{' '}
          {unknown.some((name) => !name.includes('.')) && (
            <button type="button" className="md-link" onClick={() => onDeclare(unknown)}>{t('appEditor:prompt.declare')}</button>
          )}
        </p>
      )}
    </>
  );
}
