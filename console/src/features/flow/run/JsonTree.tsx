import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../ui/copy/CopyButton';

const longText = 500;
const atOnce = 100;

/** A value to read: objects and lists fold below the second level, long texts and long lists are cut until they are asked for. */
export function JsonTree({ value, label }: { value: unknown; label: string }) {
  return (
    <div className="md-json" role="group" aria-label={label}>
      <CopyButton text={typeof value === 'string' ? value : JSON.stringify(value, null, 2) ?? ''} label={label} />
      <Part value={value} depth={0} />
    </div>
  );
}

interface PartProps {
  name?: string;
  value: unknown;
  depth: number;
}

function Part({ name, value, depth }: PartProps) {
  const { t } = useTranslation('flowRun');
  const [isOpen, setOpen] = useState(depth < 2);
  const [shown, setShown] = useState(atOnce);
  const key = name !== undefined && <span className="md-json-key">{name}: </span>;
  if (value === null || typeof value !== 'object') return <div className="md-json-line">{key}<Leaf value={value} /></div>;
  const entries = Object.entries(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  if (entries.length === 0) return <div className="md-json-line">{key}{open}{close}</div>;
  return (
    <div className="md-json-line">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '▾' : '▸'} {key}{open}{!isOpen && <span className="md-quiet">{t('json.items', { count: entries.length })}{close}</span>}
      </button>
      {isOpen && (
        <>
          <div className="md-json-inner">
            {entries.slice(0, shown).map(([inner, one]) => <Part key={inner} name={inner} value={one} depth={depth + 1} />)}
            {entries.length > shown && <button type="button" className="md-link" onClick={() => setShown(shown + 10 * atOnce)}>{t('json.more', { count: entries.length - shown })}</button>}
          </div>
          {close}
        </>
      )}
    </div>
  );
}

function Leaf({ value }: { value: unknown }) {
  const { t } = useTranslation('flowRun');
  const [isOpen, setOpen] = useState(false);
  if (typeof value !== 'string') return <span className="md-json-other">{String(value)}</span>;
  const isCut = !isOpen && value.length > longText;
  return (
    <span className="md-json-text">
      “{isCut ? `${value.slice(0, longText)}…` : value}”
      {isCut && <> <button type="button" className="md-link" onClick={() => setOpen(true)}>{t('json.text_more', { count: value.length - longText })}</button></>}
    </span>
  );
}
