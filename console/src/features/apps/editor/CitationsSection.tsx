import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section, type PartProps } from './Section';

/** Whether answers name their sources. */
export function CitationsSection({ config, change }: PartProps) {
  const { t } = useTranslation('apps');
  return (
    <Section title={t('section.retriever_resource')}>
      <label className="md-build-switch-line">
        <Switch
          size="small" checked={config.retriever_resource?.enabled !== false}
          onChange={(enabled) => change({ retriever_resource: { ...config.retriever_resource, enabled } })}
        />
        {t('citations.text')}
      </label>
    </Section>
  );
}
