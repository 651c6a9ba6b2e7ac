import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FailureNote } from '../../../ui/form/FailureNote';
import { appTagsPath, appTagsQuery, type AppTag, type ListedApp } from '../queries';
import { useTagsChanged } from './useTagsChanged';

interface AssignTagsProps {
  apps: readonly ListedApp[];
  onClose: () => void;
}

/** The tags of one app, or those that several get on top of what they have. A word that is no tag yet becomes one. */
export function AssignTags({ apps, onClose }: AssignTagsProps) {
  const { t } = useTranslation('appList');
  const { data: all = [], isLoading } = useQuery(appTagsQuery(useWorkspaceId()));
  const changed = useTagsChanged();
  const isOne = apps.length === 1;
  const before = isOne ? apps[0]!.tags : [];
  const [names, setNames] = useState(before.map(({ name }) => name));
  const save = useMutation({
    mutationFn: async () => {
      const known = new Map([...all, ...before].map((tag) => [tag.name, tag.id]));
      const wanted = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
      const added = wanted.filter((name) => !before.some((tag) => tag.name === name));
      const removed = before.filter(({ name }) => !wanted.includes(name)).map(({ id }) => id);
      const ids = await Promise.all(added.map(async (name) =>
        known.get(name) ?? (await api.post<AppTag>(appTagsPath, { name })).id));
      const app_ids = apps.map(({ id }) => id);
      if (ids.length > 0) await api.post(`${appTagsPath}/bind`, { tag_ids: ids, app_ids });
      if (removed.length > 0) await api.post(`${appTagsPath}/unbind`, { tag_ids: removed, app_ids });
    },
    onSuccess: onClose,
    onSettled: changed,
  });
  return (
    <Modal
      open onCancel={onClose} footer={null} width={420} mask={{ blur: false }}
      title={isOne ? t('tags.of', { name: apps[0]!.name }) : t('tags.add', { count: apps.length })}
    >
      <form
        className="md-assign-tags"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Select
          mode="tags" autoFocus value={names} onChange={setNames} loading={isLoading} aria-label={t('tags')} placeholder={t('tags.choose')}
          options={all.map(({ name }) => ({ value: name, label: name }))}
        />
        <FailureNote error={save.error} />
        <div className="md-form-buttons">
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>{t('common:save')}</Button>
        </div>
      </form>
    </Modal>
  );
}
