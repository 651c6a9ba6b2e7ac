import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { useWorkspaceId } from '../../../api/queries';
import { tagsQuery } from './queries';

interface TagFilterProps {
  /** The tag's id, empty for all. */
  value: string;
  onChange: (value: string) => void;
}

/** Shows the bases of one tag alone; not there as long as there are no tags. */
export function TagFilter({ value, onChange }: TagFilterProps) {
  const { t } = useTranslation('bases');
  const isPainted = useIsPainted();
  const { data: tags = [] } = useQuery({ ...tagsQuery(useWorkspaceId()), enabled: isPainted });
  if (tags.length === 0) return null;
  return (
    <Select
      allowClear showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false} className="md-tag-filter"
      aria-label={t('tags.filter')} placeholder={t('tags.filter')} value={value || undefined}
      options={tags.map(({ id, name, binding_count: bases }) => ({ value: id, label: `${name} (${bases})` }))}
      onChange={(next?: string) => onChange(next ?? '')}
    />
  );
}
