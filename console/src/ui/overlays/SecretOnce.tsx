import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../copy/CodeBlock';

interface SecretOnceProps {
  title: string;
  /** The key or link; undefined closes the modal. */
  secret: string | undefined;
  onSaved: () => void;
  /** What it is for, or a `curl` that uses it. */
  children?: ReactNode;
}

/** A secret that the server shows once: closed only by saying that it is kept. */
export function SecretOnce({ title, secret, onSaved, children }: SecretOnceProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={secret !== undefined}
      title={title}
      width={480}
      closable={false}
      keyboard={false}
      mask={{ closable: false, blur: false }}
      destroyOnHidden
      footer={<Button type="primary" onClick={onSaved}>{t('secret.saved')}</Button>}
    >
      <p className="md-soft" style={{ marginBottom: 12 }}>{t('secret.once')}</p>
      {secret !== undefined && <CodeBlock code={secret} />}
      {children}
    </Modal>
  );
}
