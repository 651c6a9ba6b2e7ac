import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../acts/acts';
import './FilterInput.css';

interface FilterInputProps {
  value: string;
  /** Called 200 ms after the last key, and not while an input method composes. */
  onChange: (value: string) => void;
  placeholder: string;
}

/** The filter above a list; `/` goes there, Esc empties it. */
export function FilterInput({ value, onChange, placeholder }: FilterInputProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const [composing, setComposing] = useState(false);

  // The address may change under us: back, or "clear filters".
  if (shown !== value) {
    setShown(value);
    setText(value);
  }

  useEffect(() => {
    if (composing || text === value) return undefined;
    const timer = setTimeout(() => onChange(text), 200);
    return () => clearTimeout(timer);
  }, [text, value, composing, onChange]);

  useActs([{ id: 'list.filter', label: t('table.filter'), keys: '/', quiet: true, run: () => input.current?.focus() }]);

  return (
    <span className="md-filter">
      <Search size={14} aria-hidden />
      <input
        ref={input}
        value={text}
        placeholder={placeholder}
        aria-label={placeholder}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
            setText('');
            event.currentTarget.blur();
          }
        }}
      />
      {text === '' ? <kbd aria-hidden>/</kbd> : (
        // Not in the way of Tab: Esc does the same.
        <button
          type="button" tabIndex={-1} aria-label={t('table.filter.clear')}
          onClick={() => {
            setText('');
            input.current?.focus();
          }}
        >
          <X size={14} />
        </button>
      )}
    </span>
  );
}
