import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import type { MetadataFilter } from '../types';
import { ChatModelFields } from './ChatModelFields';
import { ConditionRow } from './ConditionRow';
import { metadataQuery } from './queries';

interface FilterFieldProps {
  base: string;
  id?: string;
  /** Null searches all documents. */
  value?: MetadataFilter | null;
  onChange?: (filter: MetadataFilter | null) => void;
}

const modes = ['disabled', 'manual', 'automatic'] as const;
const most = 20;
const fresh: MetadataFilter = { mode: 'manual', logical_operator: 'and', conditions: [], model: null, timeout_seconds: 10 };

/** Which documents are searched, by their metadata: all, those of given conditions, or as a model reads the question. */
export function FilterField({ base, id, value, onChange }: FilterFieldProps) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const isPainted = useIsPainted();
  const { data } = useQuery({ ...metadataQuery(ws, base), enabled: isPainted });
  const fields = [...data?.fields ?? [], ...(data?.built_in_enabled ? data.built_in : [])];
  const mode = value?.mode ?? 'disabled';
  const set = (part: Partial<MetadataFilter>) => onChange?.({ ...fresh, ...value, ...part });
  const conditions = value?.conditions ?? [];

  return (
    <div className="md-field-group">
      <Select
        id={id} value={mode} options={modes.map((one) => ({ value: one, label: t(`filter.${one}`) }))}
        onChange={(next) => (next === 'disabled' ? onChange?.(null) : set({ mode: next }))}
      />
      {mode === 'automatic' && value && <ChatModelFields {...value} onChange={set} />}
      {mode === 'manual' && (
        <>
          {conditions.length > 1 && (
            <Segmented<MetadataFilter['logical_operator']>
              size="small" value={value?.logical_operator ?? 'and'}
              options={(['and', 'or'] as const).map((one) => ({ value: one, label: t(`filter.${one}`) }))}
              onChange={(logical_operator) => set({ logical_operator })}
            />
          )}
          {conditions.map((condition, at) => (
            <ConditionRow
              key={at} fields={fields} condition={condition} number={at + 1}
              onChange={(next) => set({ conditions: conditions.with(at, next) })}
              onRemove={() => set({ conditions: conditions.toSpliced(at, 1) })}
            />
          ))}
          {data && fields.length === 0 && <p className="md-meta">{t('filter.no_fields')}</p>}
          <Button
            size="small" icon={<Plus size={14} />} disabled={fields.length === 0 || conditions.length >= most}
            onClick={() => set({
              conditions: [...conditions, { name: fields[0]!.name, comparison_operator: fields[0]!.type === 'number' ? '=' : 'is', value: null }],
            })}
          >
            {t('filter.add')}
          </Button>
        </>
      )}
    </div>
  );
}
