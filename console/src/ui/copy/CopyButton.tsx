import { Check, Copy } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../toast/toast';
import { copyText, selectText } from './copyText';

interface CopyButtonProps {
  text: string;
  /** What is copied, for the button's name: `trace id`. */
  label?: string;
  /** Selected when the browser does not let us copy. */
  fallback?: RefObject<HTMLElement | null>;
}

/** Copies on click and says so in its own place. */
export function CopyButton({ text, label, fallback }: CopyButtonProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);

  const copy = async () => {
    if (await copyText(text)) {
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
      return;
    }
    if (fallback?.current) selectText(fallback.current);
    toast(t('copy.by_hand'), { tone: 'error' });
  };

  return (
    <button type="button" className="md-icon-button" title={t('copy')} aria-label={label ?? t('copy')} onClick={copy}>
      {copied ? <Check size={14} /> : <Copy size={14} />}
      <span className="md-hidden" role="status">{copied ? t('copy.done') : ''}</span>
    </button>
  );
}
