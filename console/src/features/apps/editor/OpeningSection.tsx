import { Button, Input } from 'antd';
import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form/Field';
import { Section, type PartProps } from './Section';

/** What the app says first, and what it can be asked. */
export function OpeningSection({ config, change }: PartProps) {
  const { t } = useTranslation('apps');
  const questions = config.suggested_questions ?? [];
  const set = (suggested_questions: string[]) => change({ suggested_questions });
  return (
    <Section title={t('section.opening')} paths={['opening_statement', 'suggested_questions']}>
      <Field label={t('section.opening_statement')}>
        {(control) => (
          <Input.TextArea
            {...control} value={config.opening_statement ?? ''} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={20_000}
            placeholder={t('opening.placeholder')} onChange={(event) => change({ opening_statement: event.target.value })}
          />
        )}
      </Field>
      <div className="md-field">
        <span className="md-soft">{t('section.suggested_questions')}</span>
        <ul className="md-build-questions">
          {questions.map((question, at) => (
            <li key={at}>
              <Input
                value={question} maxLength={2000} aria-label={t('opening.question', { number: at + 1 })}
                onChange={(event) => set(questions.map((one, other) => (other === at ? event.target.value : one)))}
              />
              <button
                type="button" className="md-icon-button" aria-label={t('opening.remove', { number: at + 1 })}
                onClick={() => set(questions.filter((_, other) => other !== at))}
              >
                <X size={15} />
              </button>
            </li>
          ))}
        </ul>
        <div>
          <Button size="small" icon={<Plus size={14} />} disabled={questions.length >= 50} onClick={() => set([...questions, ''])}>
            {t('opening.add')}
          </Button>
        </div>
      </div>
    </Section>
  );
}
