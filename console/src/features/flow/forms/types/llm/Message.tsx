import { useTranslation } from 'react-i18next';
import { text } from '../../logic/reading';
import { Choice } from '../../parts/Choice';
import { CodeField } from '../../parts/CodeField';
import { TemplateEditor } from '../../TemplateEditor';

interface MessageProps {
  /** `{role, text, edition_type, jinja2_text}` */
  value: Record<string, unknown>;
  onChange: (value: Record<string, unknown>) => void;
  words: Readonly<Record<string, string>>;
  hasRole?: boolean;
}

const roles = ['system', 'user', 'assistant'] as const;

/** One message of a prompt, with references or as a Jinja template. */
export function Message({ value, onChange, words, hasRole = false }: MessageProps) {
  const { t } = useTranslation('flowForms');
  const isJinja = value.edition_type === 'jinja2';
  const role = text(value.role);
  const label = hasRole ? t(`llm.role.${role}`, { defaultValue: role }) : t('llm.prompt');
  return (
    <div className="md-nf-message">
      <div className="md-nf-line">
        {hasRole && (
          <Choice
            label={t('llm.role')} value={role} options={roles.map((one) => ({ value: one as string, label: t(`llm.role.${one}`) }))}
            onChange={(next) => onChange({ ...value, role: next })}
          />
        )}
        <button
          type="button" className="md-nf-toggle" aria-pressed={isJinja} title={t('llm.jinja.help')}
          onClick={() => onChange(isJinja
            ? { ...value, edition_type: 'basic' }
            : { ...value, edition_type: 'jinja2', jinja2_text: text(value.jinja2_text) || text(value.text) })}
        >
          Jinja
        </button>
      </div>
      {isJinja
        ? (
          <CodeField
            label={label} indent={2} minRows={4} value={text(value.jinja2_text)}
            onChange={(jinja2_text) => onChange({ ...value, jinja2_text, text: jinja2_text })}
          />
        )
        : (
          <TemplateEditor
            label={label} hideLabel value={text(value.text)} words={words} minRows={4}
            placeholder={t(role === 'user' ? 'llm.prompt.user' : 'template.placeholder')}
            onChange={(next) => onChange({ ...value, text: next })}
          />
        )}
    </div>
  );
}
