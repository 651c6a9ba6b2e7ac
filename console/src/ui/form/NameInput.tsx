import { useState } from 'react';

interface NameInputProps {
  name: string;
  label: string;
  /** Undefined when the name stays as it is. */
  onDone: (name: string | undefined) => void;
}

/** A name that is changed in its place: Enter and leaving keep it, Esc does not. */
export function NameInput({ name, label, onDone }: NameInputProps) {
  const [text, setText] = useState(name);
  const finish = () => onDone(text.trim() !== '' && text.trim() !== name ? text.trim() : undefined);
  return (
    <input
      autoFocus value={text} maxLength={200} aria-label={label}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === 'Enter') finish();
        else if (event.key === 'Escape') {
          event.preventDefault();
          onDone(undefined);
        }
      }}
    />
  );
}
