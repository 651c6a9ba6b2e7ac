import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import type { MetadataType } from './types';

const types = ['string', 'number', 'time'] as const;

/** Makes a metadata field of a name and a type. */
export function NewMetadataField({ onCreate }: { onCreate: (field: { name: string; type: MetadataType }) => Promise<unknown> }) {
  const { t } = useTranslation('bases');
  const [name, setName] = useState('');
  const [type, setType] = useState<MetadataType>('string');
  const create = useMutation({ mutationFn: () => onCreate({ name: name.trim(), type }), onSuccess: () => setName('') });
  return (
    <form
      className="md-metadata-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') create.mutate();
      }}
    >
      <Input value={name} maxLength={255} aria-label={t('metadata.new')} placeholder={t('metadata.new')} onChange={(event) => setName(event.target.value)} />
      <Select<MetadataType>
        value={type} aria-label={t('metadata.type')} onChange={setType}
        options={types.map((value) => ({ value, label: t(`metadata.type.${value}`) }))}
      />
      <Button htmlType="submit" loading={create.isPending} disabled={name.trim() === ''}>{t('metadata.add')}</Button>
      {create.error && <p role="alert" className="md-refused">{problemText(create.error)}</p>}
    </form>
  );
}
