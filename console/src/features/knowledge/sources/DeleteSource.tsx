import { Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import type { Source } from './types';

interface DeleteSourceProps {
  open: boolean;
  source: Source;
  onClose: () => void;
  onDelete: (source: Source, withDocuments: boolean) => Promise<void>;
}

/** The question before a source is removed: its documents stay as they are, or go with it. */
export function DeleteSource({ open, source, onClose, onDelete }: DeleteSourceProps) {
  const { t } = useTranslation('sources');
  const [withDocuments, setWithDocuments] = useState(false);
  return (
    <ConfirmDestructive
      open={open}
      title={t('delete.title', { name: source.name })}
      consequence={(
        <Radio.Group
          className="md-source-choice" value={withDocuments} onChange={({ target }) => setWithDocuments(target.value as boolean)}
        >
          <Radio value={false}>{t('delete.keep')}</Radio>
          <Radio value>{t('delete.remove')}</Radio>
        </Radio.Group>
      )}
      verb={t('common:delete')}
      onClose={onClose}
      onConfirm={() => onDelete(source, withDocuments)}
    />
  );
}
