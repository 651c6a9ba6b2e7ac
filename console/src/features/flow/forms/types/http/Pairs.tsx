import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linesOf, pairsOf } from '../../logic/pairs';
import { NameField } from '../../parts/NameField';
import { Rows } from '../../parts/Rows';
import { TemplateEditor } from '../../TemplateEditor';

interface PairsProps {
  /** Lines of `name:value`. */
  value: string;
  onChange: (value: string) => void;
  addLabel: string;
}

/** Headers or parameters as rows. A row that is still empty stands here alone, not in the lines. */
export function Pairs({ value, onChange, addLabel }: PairsProps) {
  const { t } = useTranslation('flowForms');
  const [rows, setRows] = useState(() => pairsOf(value));
  const [written, setWritten] = useState(value);
  if (written !== value) {
    setWritten(value);
    setRows(pairsOf(value));
  }
  return (
    <Rows
      items={rows} addLabel={addLabel} add={() => ({ key: '', value: '' })} nameOf={({ key }, at) => key || String(at + 1)}
      onChange={(next) => {
        setRows(next);
        setWritten(linesOf(next));
        onChange(linesOf(next));
      }}
      row={(pair, set) => (
        <div className="md-nf-compare">
          <NameField isFree value={pair.key} label={t('http.key')} onChange={(key) => set({ ...pair, key: key.replaceAll(':', '') })} />
          <TemplateEditor
            label={t('http.value', { name: pair.key })} hideLabel isLine value={pair.value} placeholder={t('http.value_placeholder')}
            onChange={(next) => set({ ...pair, value: next })}
          />
        </div>
      )}
    />
  );
}
