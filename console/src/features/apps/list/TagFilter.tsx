import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { appTagsQuery } from '../queries';

interface TagFilterProps {
  /** Ids with commas between them; empty for all. */
  value: string;
  onChange: (value: string) => void;
}

/** Shows the apps of some tags alone; not there as long as there are no tags. */
export function TagFilter({ value, onChange }: TagFilterProps) {
  const { t } = useTranslation('appList');
  const isPainted = useIsPainted();
  const { data: tags = [] } = useQuery({ ...appTagsQuery(useWorkspaceId()), enabled: isPainted });
  if (tags.length === 0) return null;
  return (
    <Select
      mode="multiple" allowClear maxTagCount="responsive" optionFilterProp="label" className="md-app-tag-filter" popupMatchSelectWidth={false}
      aria-label={t('tags.filter')} placeholder={t('tags.filter')} value={value ? value.split(',') : []}
      options={tags.map(({ id, name, binding_count: apps }) => ({ value: id, label: `${name} (${apps})` }))}
      onChange={(next: string[]) => onChange(next.join(','))}
    />
  );
}
