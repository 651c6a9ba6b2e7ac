import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FailureNote } from '../../../ui/form/FailureNote';
import { count } from '../../../ui/format';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { toast } from '../../../ui/toast/toast';
import { keepDocument } from '../documentCache';
import { documentPath } from '../queries';
import { ChunkingFields } from '../settings/ChunkingFields';
import type { ChunkingSettings, KnowledgeBase, KnowledgeDocument } from '../types';
import { rechunkPreviewQuery } from './queries';
import { RechunkPreview } from './RechunkPreview';
import type { RechunkedDocument } from './types';

interface RechunkDrawerProps {
  document: KnowledgeDocument;
  base: KnowledgeBase;
  open: boolean;
  onClose: () => void;
}

/** Cuts a document anew, once it has been seen what would come of it. */
export function RechunkDrawer(props: RechunkDrawerProps) {
  const { t } = useTranslation('document');
  return (
    <SidePanel title={t('head.rechunk')} open={props.open} onClose={props.onClose} width={720}>
      <Rechunk {...props} />
    </SidePanel>
  );
}

function Rechunk({ document, base, onClose }: RechunkDrawerProps) {
  const { t } = useTranslation('document');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [form] = Form.useForm<{ chunking: ChunkingSettings }>();
  const [isOwn, setOwn] = useState(document.chunking !== null);
  const [asked, setAsked] = useState<ChunkingSettings>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const preview = useQuery(rechunkPreviewQuery(ws, document, asked));

  // Undefined while a field is wrong, which then says so itself.
  const settings = (): Promise<ChunkingSettings | undefined> => (isOwn
    ? form.validateFields().then(({ chunking }) => ({ ...base.chunking, ...chunking }), () => undefined)
    : Promise.resolve(base.chunking));
  const cut = async () => {
    const chunking = await settings();
    if (!chunking) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const { document: next, edited_chunks_lost: lost } = await api.post<RechunkedDocument>(
        `${documentPath(document.knowledge_base_id, document.id)}/rechunk`, { chunking: isOwn ? chunking : null },
      );
      keepDocument(cache, ws, next);
      toast(lost > 0 ? t('rechunk.begun_lost', { count: lost, shown: count(lost) }) : t('rechunk.begun'));
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="md-rechunk">
      <Segmented
        value={isOwn ? 'own' : 'base'} onChange={(value) => setOwn(value === 'own')} aria-label={t('rechunk.how')}
        options={['base', 'own'].map((value) => ({ value, label: t(`rechunk.${value}`) }))}
      />
      {isOwn && (
        <Form
          form={form} layout="vertical" requiredMark={false} validateTrigger="onBlur"
          initialValues={{ chunking: { ...base.chunking, ...document.chunking } }}
        >
          <ChunkingFields />
        </Form>
      )}
      <p className="md-soft">{t('rechunk.consequence')}</p>
      <FailureNote error={failure} />
      <div className="md-chunk-editor-foot">
        <Button loading={preview.isFetching} onClick={() => void settings().then(setAsked)}>{t('rechunk.preview')}</Button>
        <Button type="primary" danger loading={busy} onClick={() => void cut()}>{t('rechunk.cut')}</Button>
      </div>
      {asked && <RechunkPreview document={document} preview={preview} />}
    </div>
  );
}
