import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../../ui/form/FailureNote';
import type { KnowledgeDocument } from '../types';
import { useDocumentHead } from './useDocumentHead';

interface RenameDocumentProps {
  document: KnowledgeDocument;
  open: boolean;
  onClose: () => void;
}

/** Asks for another name of a document. */
export function RenameDocument(props: RenameDocumentProps) {
  const { t } = useTranslation('document');
  return (
    <Modal open={props.open} onCancel={props.onClose} title={t('head.rename')} width={420} footer={null} destroyOnHidden mask={{ blur: false }}>
      <NameForm {...props} />
    </Modal>
  );
}

// A component of its own, so that closing forgets what was typed.
function NameForm({ document, onClose }: RenameDocumentProps) {
  const { t } = useTranslation('document');
  const { rename } = useDocumentHead();
  const [name, setName] = useState(document.name);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const id = useId();

  const save = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      if (name.trim() !== document.name) await rename(document, name.trim());
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <form
      className="md-document-rename"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={id}>{t('knowledge:field.name')}</label>
      <Input id={id} autoFocus value={name} maxLength={255} onChange={(event) => setName(event.target.value)} />
      <FailureNote error={failure} />
      <div className="md-form-buttons">
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>{t('common:save')}</Button>
      </div>
    </form>
  );
}
