import { InputNumber, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import { Section, type PartProps } from '../Section';
import { SwitchLine } from '../SwitchLine';
import { FileKindFields, type FileRules } from '../../../../ui/form/FileKindFields';

type FileUpload = FileRules & {
  enabled?: boolean;
  number_limits?: number;
  image?: { enabled?: boolean; number_limits?: number; detail?: string; transfer_methods?: string[]; [other: string]: unknown };
};

const details = ['', 'low', 'high'] as const;

/** Which files people may give with a question, and how closely a model looks at pictures. */
export function FilesSection({ config, change }: PartProps) {
  const { t } = useTranslation('appEditor');
  const files = (config.file_upload ?? {}) as FileUpload;
  const image = files.image ?? {};
  // Older apps name pictures alone, in a part of their own.
  const isOn = files.enabled ?? image.enabled ?? false;
  const kinds = files.allowed_file_types ?? [];
  const seesPictures = kinds.length === 0 || kinds.includes('image');
  const set = (part: Partial<FileUpload>) => change({ file_upload: { ...files, ...part } });
  const turn = (enabled: boolean) => set({
    enabled, image: { ...image, enabled },
    ...(enabled && kinds.length === 0 && { allowed_file_types: ['image', 'document'] }),
  });

  return (
    <Section title={t('files.title')} fact={t(isOn ? 'apps:diff.on' : 'apps:diff.off')} help={t('files.help')} paths={['file_upload']} folded>
      <SwitchLine checked={isOn} onChange={turn}>{t('files.enable')}</SwitchLine>
      {isOn && (
        <>
          <FileKindFields value={files} onChange={set} empty="image" />
          <Field label={t('files.number')} help={t('files.size')}>
            {(control) => (
              <InputNumber
                {...control} min={1} max={50} precision={0} style={{ width: '100%' }}
                value={files.number_limits ?? image.number_limits ?? 3}
                onChange={(next) => next !== null && set({ number_limits: next, image: { ...image, number_limits: next } })}
              />
            )}
          </Field>
          {seesPictures && (
            <div className="md-field">
              <span className="md-soft">{t('files.detail')}</span>
              <Segmented
                aria-label={t('files.detail')} value={image.detail === 'low' || image.detail === 'high' ? image.detail : ''}
                options={details.map((value) => ({ value, label: t(`files.detail.${value || 'auto'}`) }))}
                onChange={(detail) => set({ image: { ...image, detail: detail || undefined } })}
              />
              <p className="md-field-help">{t('files.detail.help')}</p>
            </div>
          )}
        </>
      )}
    </Section>
  );
}
