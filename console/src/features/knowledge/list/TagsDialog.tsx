import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { Result } from '../../../ui/faces/Result';
import type { KnowledgeTag } from '../settings/types';
import { tagsPath, tagsQuery } from './queries';
import './TagsDialog.css';

/** All tags of the workspace: made, renamed and deleted. Bases get theirs in their settings. */
export function TagsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('bases');
  const ws = useWorkspaceId();
  const mayChange = useCan('knowledge.update');
  const query = useQuery(tagsQuery(ws));
  return (
    <Modal open={open} onCancel={onClose} title={t('tags.manage')} footer={null} width={420} mask={{ blur: false }}>
      <Result query={query} compact>
        {(tags) => (
          <ul className="md-tags">
            {tags.map((tag) => <TagRow key={tag.id} tag={tag} mayChange={mayChange} />)}
            {tags.length === 0 && <Empty compact title={t('tags.empty.title')} text={t('tags.empty.text')} />}
          </ul>
        )}
      </Result>
      {mayChange && <NewTag />}
    </Modal>
  );
}

function TagRow({ tag, mayChange }: { tag: KnowledgeTag; mayChange: boolean }) {
  const { t } = useTranslation('bases');
  const changed = useTagsChanged();
  const [isAsking, setAsking] = useState(false);
  const rename = useMutation({ mutationFn: (name: string) => api.patch(`${tagsPath}/${tag.id}`, { name }), onSuccess: changed });
  const remove = useMutation({ mutationFn: () => api.delete(`${tagsPath}/${tag.id}`), onSuccess: changed });
  const failure = rename.error ?? remove.error;
  const commit = (name: string) => name !== '' && name !== tag.name && rename.mutate(name);

  return (
    <li>
      <Input
        defaultValue={tag.name} maxLength={50} disabled={!mayChange} aria-label={t('tags.name_of', { name: tag.name })}
        onBlur={(event) => commit(event.target.value.trim())} onPressEnter={(event) => event.currentTarget.blur()}
      />
      <span className="md-meta md-num">{t('tags.bases', { count: tag.binding_count })}</span>
      {mayChange && (isAsking ? (
        <Button danger size="small" loading={remove.isPending} onClick={() => remove.mutate()} onBlur={() => setAsking(false)} autoFocus>
          {t('tags.delete')}
        </Button>
      ) : (
        <button type="button" className="md-icon-button" aria-label={t('tags.delete_of', { name: tag.name })} onClick={() => setAsking(true)}>
          <Trash2 size={14} />
        </button>
      ))}
      {failure && <p role="alert">{problemText(failure)}</p>}
    </li>
  );
}

function NewTag() {
  const { t } = useTranslation('bases');
  const changed = useTagsChanged();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => api.post(tagsPath, { name: name.trim() }),
    onSuccess: async () => {
      setName('');
      await changed();
    },
  });
  return (
    <form
      className="md-tags-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') create.mutate();
      }}
    >
      <Input autoFocus value={name} maxLength={50} aria-label={t('tags.new')} placeholder={t('tags.new')} onChange={(event) => setName(event.target.value)} />
      <Button htmlType="submit" loading={create.isPending} disabled={name.trim() === ''}>{t('common:create')}</Button>
      {create.error && <p role="alert">{problemText(create.error)}</p>}
    </form>
  );
}

function useTagsChanged(): () => Promise<unknown> {
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  // The bases show the names of their tags.
  return () => Promise.all([
    cache.invalidateQueries({ queryKey: tagsQuery(ws).queryKey }),
    cache.invalidateQueries({ queryKey: ['knowledge', ws, 'bases'] }),
    cache.invalidateQueries({ queryKey: ['knowledge', ws, 'base'] }),
  ]);
}
