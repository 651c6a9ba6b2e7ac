import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import { Section, type PartProps } from '../Section';
import { SwitchLine } from '../SwitchLine';

interface Memory {
  turns?: number;
  summary?: boolean;
  facts?: boolean;
}

/** What an app remembers of a conversation, and of a person beyond it. */
export function MemorySection({ config, change }: PartProps) {
  const { t } = useTranslation('appEditor');
  const own = (config.middeck ?? {}) as { memory?: Memory };
  const memory = own.memory ?? {};
  const set = (part: Memory) => change({ middeck: { ...own, memory: { ...memory, ...part } } });
  const kept = [memory.summary && t('memory.fact.summary'), memory.facts && t('memory.fact.facts')].filter(Boolean).join(' · ');
  return (
    <Section title={t('memory.title')} fact={kept || undefined} help={t('memory.help')} paths={['middeck.memory']} folded>
      <Field label={t('memory.turns')} help={t('memory.turns.help')}>
        {(control) => (
          <InputNumber
            {...control} min={0} max={100} precision={0} value={memory.turns ?? null} placeholder={t('apps:model.by_default')}
            style={{ width: '100%' }} onChange={(turns) => set({ turns: turns ?? undefined })}
          />
        )}
      </Field>
      <SwitchLine checked={memory.summary ?? false} onChange={(summary) => set({ summary })}>{t('memory.summary')}</SwitchLine>
      <SwitchLine checked={memory.facts ?? false} onChange={(facts) => set({ facts })}>{t('memory.facts')}</SwitchLine>
      <p className="md-field-help">{t('memory.builtin')}</p>
    </Section>
  );
}
