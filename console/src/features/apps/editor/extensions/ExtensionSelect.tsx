import { useQuery } from '@tanstack/react-query';
import { Button, Select, Space } from 'antd';
import { Settings2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../../api/problem';
import { useWorkspaceId } from '../../../../api/queries';
import { extensionsQuery } from './queries';

const ExtensionsDrawer = lazy(async () => ({ default: (await import('./ExtensionsDrawer')).ExtensionsDrawer }));

interface ExtensionSelectProps {
  id?: string;
  value: string | undefined;
  onChange: (id: string) => void;
}

/** Chooses a program of the workspace, and leads to where they are kept. */
export function ExtensionSelect({ id, value, onChange }: ExtensionSelectProps) {
  const { t } = useTranslation('appEditor');
  const query = useQuery(extensionsQuery(useWorkspaceId()));
  const [isManaging, setManaging] = useState(false);
  const known = query.data ?? [];
  const isGone = Boolean(value) && query.data !== undefined && !known.some((one) => one.id === value);
  return (
    <>
      <Space.Compact block>
        <Select
          id={id} style={{ flex: 1, minWidth: 0 }} value={value || undefined} loading={query.isLoading} aria-label={t('extension')}
          placeholder={t('extension.choose')} notFoundContent={t('extension.none')} onChange={onChange}
          options={[
            ...known.map((one) => ({ value: one.id, label: one.name })),
            ...(isGone ? [{ value: value!, label: t('extension.gone') }] : []),
          ]}
        />
        <Button icon={<Settings2 size={14} />} onClick={() => setManaging(true)}>{t('extension.manage')}</Button>
      </Space.Compact>
      {isGone && <p className="md-build-warn">! {t('extension.gone.text')}</p>}
      {query.isError && <p className="md-build-warn">! {problemText(query.error)}</p>}
      {isManaging && (
        <Suspense fallback={null}>
          <ExtensionsDrawer
            onClose={() => setManaging(false)}
            onMade={(made) => {
              if (!value) onChange(made);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
