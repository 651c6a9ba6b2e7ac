import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConversationDrawerProps {
  onClose: () => void;
  children: ReactNode;
}

/** The list of conversations on a phone. */
export function ConversationDrawer({ onClose, children }: ConversationDrawerProps) {
  const { t } = useTranslation('chat');
  return (
    <Drawer
      open onClose={onClose} placement="left" size={300} title={t('list')} destroyOnHidden mask={{ blur: false }}
      styles={{ body: { padding: 0 } }}
    >
      {children}
    </Drawer>
  );
}
