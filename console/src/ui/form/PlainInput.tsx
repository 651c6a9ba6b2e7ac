import type { InputHTMLAttributes, ReactNode } from 'react';
import './plain.css';

interface PlainInputProps extends InputHTMLAttributes<HTMLInputElement> {
  /** A button or a unit inside the frame, at the end. */
  suffix?: ReactNode;
}

/** A text input without Ant Design; see `PlainButton`. */
export function PlainInput({ suffix, ...rest }: PlainInputProps) {
  return <span className="md-input"><input {...rest} />{suffix}</span>;
}
