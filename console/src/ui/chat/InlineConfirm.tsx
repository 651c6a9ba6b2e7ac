import { useTranslation } from 'react-i18next';
import { PlainButton } from '../form/PlainButton';
import './InlineConfirm.css';

interface InlineConfirmProps {
  question: string;
  verb: string;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** The question before one small thing goes for ever, asked in its place; the focus is on cancel. */
export function InlineConfirm({ question, verb, busy, onConfirm, onCancel }: InlineConfirmProps) {
  const { t } = useTranslation();
  return (
    <div
      className="md-inline-confirm" role="alertdialog" aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <span>{question}</span>
      <PlainButton autoFocus onClick={onCancel}>{t('cancel')}</PlainButton>
      <PlainButton busy={busy} onClick={onConfirm}>{verb}</PlainButton>
    </div>
  );
}
