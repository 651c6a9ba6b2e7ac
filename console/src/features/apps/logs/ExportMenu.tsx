import { Button, Dropdown } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { saveBlob } from '../../../ui/saveBlob';
import { toast } from '../../../ui/toast/toast';
import { filterOf } from './queries';
import type { LogFilter } from './types';

/** Everything that the filter shows, as a file. */
export function ExportMenu({ app, name, filter }: { app: string; name: string; filter: LogFilter }) {
  const { t } = useTranslation('appLogs');
  const [busy, setBusy] = useState(false);
  const save = async (format: 'csv' | 'jsonl') => {
    setBusy(true);
    try {
      const response = await send(`/api/v1/apps/${app}/logs/export`, { query: { format, ...filterOf(filter) } });
      saveBlob(await response.blob(), `${name}.${format}`);
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dropdown
      trigger={['click']} placement="bottomRight"
      menu={{
        items: [
          { key: 'csv', label: t('export.csv'), onClick: () => void save('csv') },
          { key: 'jsonl', label: t('export.jsonl'), onClick: () => void save('jsonl') },
        ],
      }}
    >
      <Button size="small" type="text" loading={busy} icon={<Download size={15} />}>{t('export')}</Button>
    </Dropdown>
  );
}
