import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FilterInput } from '../../ui/table/FilterInput';
import { knownActions, knownObjects } from './known';
import type { AuditFilter } from './queries';
import './audit.css';

interface AuditFiltersProps {
  filter: AuditFilter;
  onChange: (part: Partial<AuditFilter>) => void;
}

/** Who, what, which object, when. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const actions = knownActions.map((action) => ({ value: action as string, label: t(`audit.${action}`) }));
  const objects = knownObjects.map((kind) => ({ value: kind as string, label: t(`object.${kind}`) }));
  return (
    <>
      <FilterInput value={filter.actor} onChange={(actor) => onChange({ actor })} placeholder={t('filter.actor')} />
      <Select
        className="md-audit-choice" allowClear showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} options={actions}
        aria-label={t('column.action')} placeholder={t('filter.action')} value={filter.action || undefined}
        onChange={(action?: string) => onChange({ action: action ?? '' })}
      />
      <Select
        className="md-audit-choice" allowClear popupMatchSelectWidth={false} options={objects}
        aria-label={t('column.object')} placeholder={t('filter.object')} value={filter.object_kind || undefined}
        onChange={(kind?: string) => onChange({ object_kind: kind ?? '', object_id: '' })}
      />
      <span className="md-audit-days">
        <Input
          type="date" aria-label={t('filter.from')} value={filter.from} max={filter.to || undefined}
          onChange={(event) => onChange({ from: event.target.value })}
        />
        <span aria-hidden>–</span>
        <Input
          type="date" aria-label={t('filter.to')} value={filter.to} min={filter.from || undefined}
          onChange={(event) => onChange({ to: event.target.value })}
        />
      </span>
      {filter.object_id && (
        <button type="button" className="md-link" onClick={() => onChange({ object_id: '' })}>{t('filter.one_object')} ×</button>
      )}
    </>
  );
}
