import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useIsPainted } from '../../../api/firstPaint';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { count } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import type { KnowledgeBase } from '../types';
import { MetadataRow } from './MetadataRow';
import { NewMetadataField } from './NewMetadataField';
import type { MetadataField, MetadataFields } from './types';
import { metadataPath, metadataQuery } from './queries';
import { Section } from './Section';
import './MetadataSection.css';

/** The fields that documents have values for: one's own, and those that every base has. */
export function MetadataSection({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const isPainted = useIsPainted();
  const query = useQuery({ ...metadataQuery(ws, base.id), enabled: isPainted });
  return (
    <Section id="metadata" title={t('metadata.title')} text={t('metadata.text')}>
      <Result query={query} compact>{(data) => <Fields base={base.id} data={data} />}</Result>
    </Section>
  );
}

function Fields({ base, data }: { base: string; data: MetadataFields }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const mayChange = useCan('knowledge.update');
  const [removing, setRemoving] = useState<MetadataField>();
  const changed = () => cache.invalidateQueries({ queryKey: metadataQuery(ws, base).queryKey });
  const builtIn = useMutation({
    mutationFn: (enabled: boolean) => api.put(`${metadataPath(base)}/built-in`, { enabled }),
    onSettled: changed,
  });
  return (
    <>
      <ul className="md-metadata">
        {data.fields.map((field) => (
          <MetadataRow
            key={field.id} field={field} isFixed={!mayChange} onRemove={() => setRemoving(field)}
            onRename={async (name) => {
              await api.patch(`${metadataPath(base)}/${field.id}`, { name });
              await changed();
            }}
          />
        ))}
      </ul>
      {data.fields.length === 0 && <p className="md-meta">{t('metadata.none')}</p>}
      {mayChange && (
        <NewMetadataField
          onCreate={async (field) => {
            await api.post(metadataPath(base), field);
            await changed();
          }}
        />
      )}
      <p className="md-metadata-built-in">
        <Switch
          size="small" disabled={!mayChange} checked={builtIn.isPending ? builtIn.variables : data.built_in_enabled}
          aria-label={t('metadata.built_in')} onChange={(enabled) => builtIn.mutate(enabled)}
        />
        <span>{t('metadata.built_in')}<small className="md-mono">{data.built_in.map(({ name }) => name).join(' · ')}</small></span>
      </p>
      {builtIn.error && <p role="alert" className="md-refused">{problemText(builtIn.error)}</p>}
      <ConfirmDestructive
        open={removing !== undefined} onClose={() => setRemoving(undefined)} verb={t('common:delete')}
        title={t('metadata.delete', { name: removing?.name })}
        consequence={t('metadata.delete.text', { count: removing?.value_count ?? 0, shown: count(removing?.value_count) })}
        onConfirm={async () => {
          await api.delete(`${metadataPath(base)}/${removing!.id}`);
          await changed();
        }}
      />
    </>
  );
}
