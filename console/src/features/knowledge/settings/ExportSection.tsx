import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { basePath } from '../queries';
import type { KnowledgeBase } from '../types';
import { Section } from './Section';

/** The base as one archive, which can be imported here or elsewhere. */
export function ExportSection({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('bases');
  const [withFiles, setWithFiles] = useState(true);
  const fetchIt = useMutation({
    mutationFn: () => api.get<{ url: string }>(`${basePath(base.id)}/export-url`, { query: { files: withFiles } }),
    // The browser saves it; an archive of gigabytes does not pass through the page.
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <Section id="export" title={t('export.title')} text={t('export.text')}>
      <p className="md-export">
        <Checkbox checked={withFiles} onChange={(event) => setWithFiles(event.target.checked)}>{t('export.files')}</Checkbox>
      </p>
      <Button icon={<Download size={14} />} loading={fetchIt.isPending} onClick={() => fetchIt.mutate()}>{t('export.submit')}</Button>
      {fetchIt.error && <p role="alert" className="md-refused">{problemText(fetchIt.error)}</p>}
    </Section>
  );
}
