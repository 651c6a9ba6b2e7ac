import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { Result } from '../../../ui/faces/Result';
import { appTagsPath, appTagsQuery, type AppTag } from '../queries';
import { useTagsChanged } from './useTagsChanged';

/** All tags of the workspace's apps: made, renamed and deleted. */
export function TagsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('appList');
  const query = useQuery(appTagsQuery(useWorkspaceId()));
  const mayChange = useCan('apps.update');
  return (
    <Modal open onCancel={onClose} title={t('tags.manage')} footer={null} width={420} mask={{ blur: false }}>
      <Result query={query} compact>
        {(tags) => (
          <ul className="md-app-tags">
            {tags.map((tag) => <TagRow key={tag.id} tag={tag} mayChange={mayChange} />)}
            {tags.length === 0 && <Empty compact title={t('tags.empty')} text={t('tags.empty.text')} />}
          </ul>
        )}
      </Result>
      {mayChange && <NewTag />}
    </Modal>
  );
}

function TagRow({ tag: { id, name, binding_count }, mayChange }: { tag: AppTag; mayChange: boolean }) {
  const { t } = useTranslation('appList');
  const changed = useTagsChanged();
  const [isAsking, setAsking] = useState(false);
  const rename = useMutation({ mutationFn: (next: string) => api.patch(`${appTagsPath}/${id}`, { name: next }), onSuccess: changed });
  const remove = useMutation({ mutationFn: () => api.delete(`${appTagsPath}/${id}`), onSuccess: changed });
  const failure = rename.error ?? remove.error;
  return (
    <li>
      <Input
        defaultValue={name} maxLength={50} disabled={!mayChange} aria-label={t('tags.name_of', { name })}
        onPressEnter={(event) => event.currentTarget.blur()}
        onBlur={({ target: { value } }) => value.trim() !== '' && value.trim() !== name && rename.mutate(value.trim())}
      />
      <span className="md-meta md-num">{t('tags.apps', { count: binding_count })}</span>
      {mayChange && (isAsking ? (
        <Button danger size="small" autoFocus loading={remove.isPending} onClick={() => remove.mutate()} onBlur={() => setAsking(false)}>
          {t('common:delete')}
        </Button>
      ) : (
        <button type="button" className="md-icon-button" aria-label={t('tags.delete_of', { name })} onClick={() => setAsking(true)}>
          <Trash2 size={14} />
        </button>
      ))}
      {failure && <p role="alert" className="md-field-error">{problemText(failure)}</p>}
    </li>
  );
}

function NewTag() {
  const { t } = useTranslation('appList');
  const changed = useTagsChanged();
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () => api.post(appTagsPath, { name: name.trim() }),
    onSuccess: async () => {
      setName('');
      await changed();
    },
  });
  return (
    <form
      className="md-app-tags-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') create.mutate();
      }}
    >
      <Input autoFocus value={name} maxLength={50} aria-label={t('tags.new')} placeholder={t('tags.new')} onChange={(event) => setName(event.target.value)} />
      <Button htmlType="submit" loading={create.isPending}>{t('common:create')}</Button>
      {create.error && <p role="alert" className="md-field-error">{problemText(create.error)}</p>}
    </form>
  );
}
