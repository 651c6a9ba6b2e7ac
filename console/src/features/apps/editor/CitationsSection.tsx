import { useTranslation } from 'react-i18next';
import { Section, type PartProps } from './Section';
import { SwitchLine } from './SwitchLine';

/** Whether answers name their sources. */
export function CitationsSection({ config, change }: PartProps) {
  const { t } = useTranslation('apps');
  const isOn = config.retriever_resource?.enabled !== false;
  return (
    <Section title={t('section.retriever_resource')} fact={t(isOn ? 'diff.on' : 'diff.off')} paths={['retriever_resource']} folded>
      <SwitchLine checked={isOn} onChange={(enabled) => change({ retriever_resource: { ...config.retriever_resource, enabled } })}>
        {t('citations.text')}
      </SwitchLine>
    </Section>
  );
}
