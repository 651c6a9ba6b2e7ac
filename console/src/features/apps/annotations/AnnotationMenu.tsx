import { History, Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { RowMenu } from '../../../ui/table/RowMenu';
import type { Annotation } from './queries';

interface AnnotationMenuProps {
  annotation: Annotation;
  onEdit: () => void;
  onHits: () => void;
  onDelete: () => void;
}

/** What can be done with one annotation. */
export function AnnotationMenu({ annotation: { question }, onEdit, onHits, onDelete }: AnnotationMenuProps) {
  const { t } = useTranslation('annotations');
  const mayChange = useCan('apps.update');
  const maySeeHits = useCan('apps.logs');
  return (
    <RowMenu
      label={t('apps:menu', { name: question })}
      items={[
        { key: 'edit', label: t('edit'), icon: <Pencil size={14} />, disabled: !mayChange, onClick: onEdit },
        { key: 'hits', label: t('hits.show'), icon: <History size={14} />, disabled: !maySeeHits, onClick: onHits },
        { type: 'divider' },
        { key: 'delete', label: t('common:delete'), icon: <Trash2 size={14} />, danger: true, disabled: !mayChange, onClick: onDelete },
      ]}
    />
  );
}
