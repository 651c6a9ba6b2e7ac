import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { annotationsPath, type Annotation } from './queries';

interface DeleteAnnotationsProps {
  app: string;
  annotations: readonly Annotation[];
  onClose: () => void;
  onDeleted: () => Promise<unknown>;
}

/** The question before annotations go. */
export function DeleteAnnotations({ app, annotations, onClose, onDeleted }: DeleteAnnotationsProps) {
  const { t } = useTranslation('annotations');
  const hits = annotations.reduce((sum, { hit_count }) => sum + hit_count, 0);
  const [first] = annotations;
  return (
    <ConfirmDestructive
      open onClose={onClose} verb={t('common:delete')} consequence={t('delete.text', { hits })}
      title={annotations.length === 1 ? t('delete.title', { question: first!.question }) : t('delete.many', { count: annotations.length })}
      onConfirm={async () => {
        await (annotations.length === 1
          ? api.delete(`${annotationsPath(app)}/${first!.id}`)
          : api.post(`${annotationsPath(app)}/delete`, { ids: annotations.map(({ id }) => id) }));
        await onDeleted();
      }}
    />
  );
}
