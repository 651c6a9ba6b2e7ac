import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AppTag } from '../queries';

interface TagFilterProps {
  tags: readonly AppTag[];
  /** Ids with commas between them; empty for all. */
  value: string;
  onChange: (value: string) => void;
}

/** Shows the apps of some tags alone. */
export function TagFilter({ tags, value, onChange }: TagFilterProps) {
  const { t } = useTranslation('appList');
  return (
    <Select
      mode="multiple" allowClear maxTagCount="responsive" optionFilterProp="label" className="md-app-tag-filter" popupMatchSelectWidth={false}
      aria-label={t('tags.filter')} placeholder={t('tags.filter')} value={value ? value.split(',') : []}
      options={tags.map(({ id, name, binding_count: apps }) => ({ value: id, label: `${name} (${apps})` }))}
      onChange={(next: string[]) => onChange(next.join(','))}
    />
  );
}
