import { WrapText } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton';
import './CodeBlock.css';

interface CodeBlockProps {
  code: string;
  /** Stands in the head: `curl`, `json`. Without it the block is one bare line or paragraph. */
  language?: string;
}

const foldAbove = 30;

/** Code to read and copy; more than 30 lines are folded. */
export function CodeBlock({ code, language }: CodeBlockProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLElement>(null);
  const [wraps, setWraps] = useState(false);
  const [open, setOpen] = useState(false);
  const lines = code.split('\n');
  const folded = !open && lines.length > foldAbove;

  return (
    <div className="md-code" data-bare={language === undefined || undefined}>
      <div className="md-code-head">
        {language !== undefined && <span>{language}</span>}
        {language !== undefined && (
          <button
            type="button" className="md-icon-button" aria-pressed={wraps} aria-label={t('code.wrap')} title={t('code.wrap')}
            onClick={() => setWraps(!wraps)}
          >
            <WrapText size={14} />
          </button>
        )}
        <CopyButton text={code} fallback={element} />
      </div>
      {/* Long lines scroll; the keyboard has to get there too. */}
      <pre tabIndex={0} data-wraps={wraps || undefined}>
        <code ref={element}>{folded ? lines.slice(0, foldAbove).join('\n') : code}</code>
      </pre>
      {folded && (
        <button type="button" className="md-link md-code-more" onClick={() => setOpen(true)}>
          {t('code.more', { count: lines.length - foldAbove })}
        </button>
      )}
    </div>
  );
}
