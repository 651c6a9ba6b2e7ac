import type { ButtonHTMLAttributes } from 'react';
import './plain.css';

interface PlainButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  primary?: boolean;
  large?: boolean;
  /** Shows a spinner, keeps the label and takes no second click. */
  busy?: boolean;
}

/** A button without Ant Design, for the pages that are to appear before it has loaded: sign-in, faces of errors. */
export function PlainButton({ primary, large, busy, type = 'button', onClick, children, ...rest }: PlainButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className="md-button"
      data-primary={primary || undefined}
      data-large={large || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy && <span className="md-spinner" aria-hidden />}
      {children}
    </button>
  );
}
