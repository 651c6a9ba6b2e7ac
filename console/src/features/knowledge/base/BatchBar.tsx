import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText, Problem } from '../../../api/problem';
import { useCan } from '../../../api/queries';
import { useActs } from '../../../ui/acts/acts';
import { toast } from '../../../ui/toast/toast';
import type { BatchOutcome, KnowledgeDocument } from '../types';
import { useDocumentBatch, type ManyAct } from './useDocumentBatch';

interface BatchBarProps {
  base: string;
  documents: readonly KnowledgeDocument[];
  /** What became of each, with the act's name for people. */
  onDone: (outcomes: readonly BatchOutcome[], documents: readonly KnowledgeDocument[]) => void;
  /** Deleting and cutting anew are asked about first. */
  onAsk: (act: 'delete' | 'rechunk') => void;
}

/** What can be done with the chosen documents; the Delete key asks for what its button does. */
export function BatchBar({ base, documents, onDone, onAsk }: BatchBarProps) {
  const { t } = useTranslation(['documents', 'knowledge']);
  const { run, download } = useDocumentBatch(base);
  const mayChange = useCan('knowledge.update');
  const mayDelete = useCan('knowledge.delete');
  const [busy, setBusy] = useState<string>();
  useActs(mayDelete ? ['delete', 'backspace'].map((keys) => ({
    id: `documents.${keys}`, label: t('common:delete'), keys, quiet: true, run: () => onAsk('delete'),
  })) : []);

  const during = async (name: string, work: () => Promise<void>) => {
    setBusy(name);
    try {
      await work();
    } catch (error) {
      toast(error instanceof Problem ? problemText(error) : t('knowledge:error.unknown'), { tone: 'error' });
    } finally {
      setBusy(undefined);
    }
  };
  const act = (name: ManyAct) => void during(name, async () => onDone(await run(name, documents), documents));
  const button = (name: ManyAct) => (
    <Button key={name} size="small" loading={busy === name} disabled={busy !== undefined && busy !== name} onClick={() => act(name)}>
      {t(`batch.${name}`)}
    </Button>
  );
  const rest = (['archive', 'unarchive', 'retry'] as const).map((name) => ({
    key: name, label: t(`batch.${name}`), onClick: () => act(name),
  }));

  return (
    <>
      {mayChange && button('enable')}
      {mayChange && button('disable')}
      <Button size="small" loading={busy === 'download'} onClick={() => void during('download', () => download(documents))}>
        {t('batch.download')}
      </Button>
      {mayChange && (
        <Dropdown
          trigger={['click']}
          menu={{ items: [...rest, { key: 'rechunk', label: t('batch.rechunk'), onClick: () => onAsk('rechunk') }] }}
        >
          <Button size="small" loading={rest.some(({ key }) => key === busy)}>{t('common:more')}</Button>
        </Dropdown>
      )}
      {mayDelete && <Button size="small" danger onClick={() => onAsk('delete')}>{t('common:delete')}</Button>}
    </>
  );
}
