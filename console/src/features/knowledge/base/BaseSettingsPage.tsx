import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { count } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { basePath, baseQuery } from '../queries';
import type { KnowledgeBase } from '../types';
import { BaseFrame } from './BaseFrame';
import { BaseSettingsForm } from './BaseSettingsForm';
import './BaseSettingsPage.css';

/** The settings of a base, its end last. */
export function BaseSettingsPage() {
  return (
    <BaseFrame>
      {(base) => (
        <div className="md-base-settings">
          <BaseSettingsForm base={base} />
          <DeleteBase base={base} />
        </div>
      )}
    </BaseFrame>
  );
}

function DeleteBase({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  if (!useCan('knowledge.delete')) return null;

  const remove = async () => {
    await api.delete(basePath(base.id));
    void navigate(`/w/${ws}/knowledge`);
    cache.removeQueries({ queryKey: baseQuery(ws, base.id).queryKey });
    void cache.invalidateQueries({ queryKey: ['knowledge', ws, 'bases'] });
  };
  return (
    <section className="md-base-settings-danger">
      <h2>{t('settings.danger')}</h2>
      <p className="md-soft">{t('settings.delete.help')}</p>
      <Button danger onClick={() => setAsking(true)}>{t('settings.delete')}</Button>
      <ConfirmDestructive
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('settings.delete.title', { name: base.name })}
        consequence={t('delete.consequence', { documents: count(base.document_count), chunks: count(base.chunk_count) })}
        verb={t('settings.delete')}
        typeName={base.name}
        onConfirm={remove}
      />
    </section>
  );
}
