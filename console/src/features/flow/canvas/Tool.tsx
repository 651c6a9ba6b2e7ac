import type { ReactNode, Ref } from 'react';

interface ToolProps {
  label: string;
  onClick: () => void;
  disabled?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button of the canvas's toolbars. */
export function Tool({ label, onClick, disabled = false, children, ref }: ToolProps) {
  return (
    <button ref={ref} type="button" className="md-flow-tool" aria-label={label} title={label} disabled={disabled} onClick={onClick}>{children}</button>
  );
}
