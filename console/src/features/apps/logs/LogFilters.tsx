import { useQuery } from '@tanstack/react-query';
import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Choice } from '../../../ui/table/Choice';
import { FilterInput } from '../../../ui/table/FilterInput';
import { choicesQuery } from './queries';
import type { LogFilter } from './types';

interface LogFiltersProps {
  app: string;
  filter: LogFilter;
  onChange: (part: Partial<LogFilter>) => void;
}

const feedbacks = ['like', 'dislike', 'none', 'annotated', 'operator_like', 'operator_dislike'] as const;
const always = ['console', 'api', 'preview', 'evaluation'];

/** What was said, by whom, where, what was thought of it, what it cost, when. */
export function LogFilters({ app, filter, onChange }: LogFiltersProps) {
  const { t } = useTranslation('appLogs');
  const { data } = useQuery(choicesQuery(useWorkspaceId(), app));
  const sources = [...new Set([...always, ...data?.sources ?? []])];
  const models = [...new Set([...data?.models ?? [], ...(filter.model ? [filter.model] : [])])];
  return (
    <>
      <FilterInput value={filter.search} onChange={(search) => onChange({ search })} placeholder={t('filter.search')} />
      <Choice
        label={t('column.source')} all={t('source.all')} value={filter.source} onChange={(source) => onChange({ source })}
        options={sources.map((value) => ({ value, label: t(`source.${value}`, { defaultValue: value }) }))}
      />
      <Choice
        label={t('column.feedback')} all={t('feedback.all')} value={filter.feedback} onChange={(feedback) => onChange({ feedback })}
        options={feedbacks.map((value) => ({ value, label: t(`feedback.${value}`) }))}
      />
      {models.length > 0 && (
        <Choice
          label={t('column.model')} all={t('model.all')} value={filter.model} onChange={(model) => onChange({ model })}
          options={models.map((value) => ({ value, label: value }))}
        />
      )}
      <Input
        className="md-log-narrow" allowClear aria-label={t('filter.user')} placeholder={t('filter.user')} defaultValue={filter.user}
        key={`user ${filter.user}`} onPressEnter={(event) => onChange({ user: event.currentTarget.value.trim() })}
        onBlur={(event) => event.target.value.trim() !== filter.user && onChange({ user: event.target.value.trim() })}
        onClear={() => onChange({ user: '' })}
      />
      <Input
        className="md-log-narrow" type="number" min={0} step="any" aria-label={t('filter.cost')} placeholder={t('filter.cost')}
        value={filter.min_cost} onChange={(event) => onChange({ min_cost: event.target.value })}
      />
      <span className="md-log-days">
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
      <Checkbox checked={filter.errors === 'true'} onChange={(event) => onChange({ errors: event.target.checked ? 'true' : '' })}>
        {t('filter.errors')}
      </Checkbox>
    </>
  );
}
