import { useQuery } from '@tanstack/react-query';
import { Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../../api/problem';
import { useWorkspaceId } from '../../../../api/queries';
import { ManageExtensions } from './ManageExtensions';
import { extensionsQuery } from './queries';

interface ExtensionSelectProps {
  id?: string;
  value: string | undefined;
  onChange: (id: string) => void;
}

/** Chooses a program of the workspace, and leads to where they are kept. */
export function ExtensionSelect({ id, value, onChange }: ExtensionSelectProps) {
  const { t } = useTranslation('appEditor');
  const query = useQuery(extensionsQuery(useWorkspaceId()));
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
        <ManageExtensions onMade={(made) => !value && onChange(made)} />
      </Space.Compact>
      {isGone && <p className="md-build-warn">! {t('extension.gone.text')}</p>}
      {query.isError && <p className="md-build-warn">! {problemText(query.error)}</p>}
    </>
  );
}
