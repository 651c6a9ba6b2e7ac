import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QueryRewriting } from '../types';
import { ChatModelFields } from './ChatModelFields';

interface RewritingFieldProps {
  id?: string;
  value?: QueryRewriting | null;
  onChange?: (rewriting: QueryRewriting | null) => void;
}

const modes = ['none', 'rewrite', 'multi_query'] as const;

/** Whether a chat model puts the question into better words first, and which. */
export function RewritingField({ id, value, onChange }: RewritingFieldProps) {
  const { t } = useTranslation('bases');
  const mode = value?.mode ?? 'none';
  const set = (part: Partial<QueryRewriting>) => onChange?.({ mode, model: null, timeout_seconds: 10, ...value, ...part });
  return (
    <div className="md-field-group">
      <Select
        id={id} value={mode} options={modes.map((one) => ({ value: one, label: t(`rewriting.${one}`) }))}
        onChange={(next) => (next === 'none' ? onChange?.(null) : set({ mode: next }))}
      />
      {value && mode !== 'none' && <ChatModelFields {...value} onChange={set} />}
    </div>
  );
}
