import { Switch } from 'antd';
import type { ReactNode } from 'react';

interface SwitchLineProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

/** A switch with its words beside it. */
export function SwitchLine({ checked, onChange, children }: SwitchLineProps) {
  return (
    <label className="md-build-switch-line">
      <Switch size="small" checked={checked} onChange={onChange} />
      <span>{children}</span>
    </label>
  );
}
