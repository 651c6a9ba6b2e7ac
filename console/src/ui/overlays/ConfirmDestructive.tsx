import { Button, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../api/problem';
import './ConfirmDestructive.css';

interface ConfirmDestructiveProps {
  open: boolean;
  onClose: () => void;
  /** The question with the object's name: `Delete “Fire code”?`. */
  title: string;
  /** What will be gone and who will miss it, with counts. */
  consequence: ReactNode;
  /** The verb on the red button. */
  verb: string;
  /** Does it; when it throws, the sentence stands above the buttons. */
  onConfirm: () => Promise<unknown>;
  /** Whole bases and workspaces: this name has to be typed. */
  typeName?: string;
  /** It can be undone by hand: the button is not red. */
  calm?: boolean;
}

/** The question before something that cannot be undone. The focus is on cancel. */
export function ConfirmDestructive(props: ConfirmDestructiveProps) {
  const { open, onClose, title } = props;
  return (
    <Modal open={open} onCancel={onClose} title={title} width={420} footer={null} destroyOnHidden mask={{ blur: false }}>
      <Question {...props} />
    </Modal>
  );
}

// A component of its own, so that closing forgets what was typed and what went wrong.
function Question({ consequence, verb, onConfirm, onClose, typeName, calm = false }: ConfirmDestructiveProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const id = useId();
  const ready = typeName === undefined || typed.trim() === typeName.trim();

  const confirm = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="md-confirm"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <div className="md-soft">{consequence}</div>
      {typeName !== undefined && (
        <div>
          <label htmlFor={id}>{t('confirm.type_name', { name: typeName })}</label>
          <Input id={id} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </div>
      )}
      {failure !== undefined && <p role="alert" className="md-confirm-failure">{problemText(failure)}</p>}
      <div className="md-confirm-buttons">
        <Button autoFocus onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" danger={!calm} htmlType="submit" loading={busy} disabled={!ready}>{verb}</Button>
      </div>
    </form>
  );
}
