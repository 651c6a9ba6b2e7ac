import { Drawer } from 'antd';
import type { ReactNode } from 'react';

interface SidePanelProps {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  width?: 480 | 560 | 720;
}

/** The drawer for creating and editing beside a list. Esc closes it; it is never put on another one. */
export function SidePanel({ title, open, onClose, children, footer, width = 560 }: SidePanelProps) {
  return (
    <Drawer
      title={title}
      open={open}
      onClose={onClose}
      size={width}
      footer={footer}
      destroyOnHidden
      mask={{ blur: false }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {children}
    </Drawer>
  );
}
