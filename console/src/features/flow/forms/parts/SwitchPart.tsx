import { Switch } from 'antd';
import type { ReactNode } from 'react';
import { Part } from './Part';

interface SwitchPartProps {
  title: string;
  help?: ReactNode;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  /** Drawn while it is on. */
  children?: ReactNode;
}

/** A part of a form that is switched on and off as a whole. */
export function SwitchPart({ title, help, isOn, onSwitch, children }: SwitchPartProps) {
  return (
    <Part title={title} help={help} action={<Switch size="small" checked={isOn} aria-label={title} onChange={onSwitch} />}>
      {isOn ? children : null}
    </Part>
  );
}
