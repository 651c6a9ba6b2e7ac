import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { templates } from '../templates';

interface Choice {
  id: string;
  icon: string;
  name: string;
  text: string;
}

interface TemplateChoiceProps {
  /** Instead of the templates of chat apps. */
  offered?: readonly Choice[];
  /** Undefined is an empty app. */
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** Empty, or one of the templates. */
export function TemplateChoice({ offered, value, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation('apps');
  const title = useId();
  const choices = [
    { id: undefined, icon: '＋', name: t('create.blank'), text: t('create.blank.text') },
    ...offered ?? templates.map(({ id, icon }) => ({
      id, icon, name: t(`template.${id}.name`), text: t(`template.${id}.description`),
    })),
  ];
  return (
    <div className="md-templates" role="radiogroup" aria-labelledby={title}>
      <span id={title}>{t('create.from')}</span>
      {choices.map(({ id, icon, name, text }) => (
        <label key={id ?? 'blank'}>
          <input type="radio" name="template" checked={value === id} onChange={() => onChange(id)} />
          <span aria-hidden>{icon}</span>
          <strong>{name}</strong>
          <small>{text}</small>
        </label>
      ))}
    </div>
  );
}
