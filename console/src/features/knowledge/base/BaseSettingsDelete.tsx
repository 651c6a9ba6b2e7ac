import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { count } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { basePath, baseQuery } from '../queries';
import { Section } from '../settings/Section';
import { usageQuery } from '../settings/queries';
import type { KnowledgeBase } from '../types';

/** The end of a base, with what goes with it and who would miss it. */
export function DeleteBase({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation(['knowledge', 'bases']);
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const usage = useQuery({ ...usageQuery(ws, base.id), enabled: isAsking });
  if (!useCan('knowledge.delete')) return null;

  const remove = async () => {
    await api.delete(basePath(base.id));
    void navigate(`/w/${ws}/knowledge`);
    cache.removeQueries({ queryKey: baseQuery(ws, base.id).queryKey });
    void cache.invalidateQueries({ queryKey: ['knowledge', ws, 'bases'] });
  };
  return (
    <Section id="danger" title={t('settings.danger')} text={t('settings.delete.help')}>
      <Button danger onClick={() => setAsking(true)}>{t('settings.delete')}</Button>
      <ConfirmDestructive
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('settings.delete.title', { name: base.name })}
        consequence={(
          <>
            {t('delete.consequence', { documents: count(base.document_count), chunks: count(base.chunk_count) })}
            {usage.data && usage.data.app_count > 0 && (
              <p>
                {t('bases:usage.count', { count: usage.data.app_count })}
                {usage.data.apps.length > 0 && ` ${usage.data.apps.map(({ name }) => name).join(' · ')}`}
              </p>
            )}
          </>
        )}
        verb={t('settings.delete')}
        typeName={base.name}
        onConfirm={remove}
      />
    </Section>
  );
}
