import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { Result } from '../../../ui/faces/Result';
import { FailureNote } from '../../../ui/form/FailureNote';
import '../../../ui/form/FormDrawer.css';
import { Peek } from '../../../ui/overlays/Peek';
import { documentPath } from '../queries';
import type { KnowledgeDocument } from '../types';
import { MetadataInput } from './MetadataInput';
import type { MetadataValue } from './types';
import { metadataQuery } from './queries';

/** The values that are not saved yet, by the keys of their fields. */
type Changed = Readonly<Record<string, MetadataValue['value']>>;

/** What the fields of the base say about a document. */
export function MetadataPanel({ document, onClose }: { document: KnowledgeDocument; onClose: () => void }) {
  const { t } = useTranslation('document');
  const ws = useWorkspaceId();
  const query = useQuery(metadataQuery(ws, document));
  const [changed, setChanged] = useState<Changed>({});
  const [isAsking, setAsking] = useState(false);
  const isDirty = Object.keys(changed).length > 0;
  return (
    <Peek title={t('head.metadata')} onClose={() => (isDirty && !isAsking ? setAsking(true) : onClose())}>
      {isAsking && (
        <div className="md-form-leave" role="alert">
          <span>{t('common:form.unsaved')}</span>
          <Button size="small" onClick={() => setAsking(false)}>{t('common:form.stay')}</Button>
          <Button size="small" danger onClick={onClose}>{t('common:form.discard')}</Button>
        </div>
      )}
      <Result query={query} compact>
        {(values) => (values.length === 0 ? (
          <Empty
            compact title={t('metadata.empty.title')} text={t('metadata.empty.text')}
            action={<Link to={`/w/${ws}/knowledge/${document.knowledge_base_id}/settings#metadata-title`}>{t('metadata.empty.action')}</Link>}
          />
        ) : (
          <Values
            document={document} values={values} changed={changed}
            onChange={(next) => {
              setChanged(next);
              setAsking(false);
            }}
          />
        ))}
      </Result>
    </Peek>
  );
}

interface ValuesProps {
  document: KnowledgeDocument;
  values: readonly MetadataValue[];
  changed: Changed;
  onChange: (changed: Changed) => void;
}

function Values({ document, values, changed, onChange }: ValuesProps) {
  const { t } = useTranslation('document');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const mayChange = useCan('knowledge.update') && !document.archived;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isDirty = Object.keys(changed).length > 0;

  const save = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const saved = await api.put<MetadataValue[]>(`${documentPath(document.knowledge_base_id, document.id)}/metadata`, {
        values: Object.entries(changed).map(([id, value]) => ({ id, value })), partial_update: true,
      });
      cache.setQueryData(metadataQuery(ws, document).queryKey, saved);
      onChange({});
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      className="md-metadata"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {values.map((value) => (
        <MetadataInput
          key={value.id ?? value.name}
          value={value.id !== null && value.id in changed ? { ...value, value: changed[value.id] ?? null } : value}
          onChange={mayChange && value.id !== null ? (next) => onChange({ ...changed, [value.id!]: next }) : undefined}
        />
      ))}
      <FailureNote error={failure} />
      {mayChange && (
        <div className="md-chunk-editor-foot">
          <Button type="primary" htmlType="submit" loading={busy} disabled={!isDirty}>{t('common:save')}</Button>
          {isDirty && <span className="md-meta md-chunk-unsaved">● {t('editor.unsaved')}</span>}
        </div>
      )}
    </form>
  );
}
