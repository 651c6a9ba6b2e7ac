import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import { count } from '../../../ui/format';
import type { MetadataField } from './types';

interface MetadataRowProps {
  field: MetadataField;
  isFixed: boolean;
  onRename: (name: string) => Promise<unknown>;
  onRemove: () => void;
}

/** A field with its name to be typed over; leaving it or Enter keeps the new one. */
export function MetadataRow({ field, isFixed, onRename, onRemove }: MetadataRowProps) {
  const { t } = useTranslation('bases');
  const rename = useMutation({ mutationFn: onRename });
  return (
    <li>
      <Input
        defaultValue={field.name} maxLength={255} disabled={isFixed} aria-label={t('metadata.name_of', { name: field.name })}
        onPressEnter={(event) => {
          // Inside a page with a form Enter would save that.
          event.preventDefault();
          event.currentTarget.blur();
        }}
        onBlur={({ target }) => {
          const name = target.value.trim();
          if (name !== '' && name !== field.name) rename.mutate(name);
        }}
      />
      <span className="md-meta">{t(`metadata.type.${field.type}`)}</span>
      <span className="md-meta md-num">{t('metadata.values', { count: field.value_count, shown: count(field.value_count) })}</span>
      {!isFixed && (
        <button type="button" className="md-icon-button" aria-label={t('metadata.delete_of', { name: field.name })} onClick={onRemove}>
          <Trash2 size={14} />
        </button>
      )}
      {rename.error && <p role="alert" className="md-refused">{problemText(rename.error)}</p>}
    </li>
  );
}
