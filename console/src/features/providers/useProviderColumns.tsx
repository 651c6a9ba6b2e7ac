import { useTranslation } from 'react-i18next';
import { count } from '../../ui/format';
import { StateTag } from '../../ui/states/StateTag';
import type { Column } from '../../ui/table/Column';
import { Time } from '../../ui/Time';
import type { Provider } from './types';

/** The columns of the list of providers. */
export function useProviderColumns(): readonly Column<Provider>[] {
  const { t } = useTranslation('providers');
  return [
    { key: 'name', title: t('column.name'), render: ({ name, builtin }) => <strong>{builtin ? t('builtin.name') : name}</strong> },
    { key: 'state', title: t('column.state'), width: 110, render: (provider) => <StateTag state={providerState(provider)} /> },
    { key: 'kind', title: t('column.kind'), width: 150, render: ({ kind }) => t(`kind.${kind}`, { defaultValue: kind }) },
    {
      key: 'address', title: t('column.address'),
      render: ({ base_url }) => <span className="md-mono md-quiet">{base_url ?? '–'}</span>,
    },
    { key: 'models', title: t('column.models'), width: 80, numeric: true, render: ({ models }) => count(models.length) },
    {
      key: 'checked', title: t('column.checked'), width: 130, numeric: true,
      render: ({ last_checked_at }) => <Time at={last_checked_at} relative />,
    },
  ];
}

/** Switched off says more than what the last test found. */
export const providerState = ({ enabled, status }: Provider) => (enabled ? status : 'disabled');
