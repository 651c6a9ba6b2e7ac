import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { Search } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../api/problem';
import { creatableKinds, kindSigns } from '../kinds';
import { matching, templatesQuery, type TemplateSummary } from '../templates/queries';

/** What an app begins with: nothing, of a kind, or a template. */
export type Beginning = { kind: string; template?: undefined } | { template: TemplateSummary; kind?: undefined };

interface TemplateChoiceProps {
  value: Beginning;
  language: string;
  onChange: (value: Beginning) => void;
}

/** Empty, of a kind, or one of the templates. */
export function TemplateChoice({ value, language, onChange }: TemplateChoiceProps) {
  const { t } = useTranslation('apps');
  const title = useId();
  const [words, setWords] = useState('');
  const query = useQuery(templatesQuery(language));
  return (
    <>
      <div className="md-templates" role="radiogroup" aria-labelledby={title}>
        <span id={title}>{t('create.from')}</span>
        {creatableKinds.map((kind) => (
          <Tile
            key={kind} sign={kindSigns[kind]!} name={t(`appList:blank.${kind}`)} text={t(`appList:blank.${kind}.text`)}
            checked={value.kind === kind} onChoose={() => onChange({ kind })}
          />
        ))}
        <Input
          className="md-templates-search" size="small" allowClear value={words} prefix={<Search size={13} />}
          placeholder={t('appList:templates.filter')} aria-label={t('appList:templates.filter')}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="md-templates-list">
          {matching(query.data ?? [], words).map((template) => (
            <Tile
              key={template.id} sign={template.icon} name={template.name} text={template.description}
              checked={value.template?.id === template.id} onChoose={() => onChange({ template })}
            />
          ))}
        </div>
      </div>
      {query.isError && <p role="alert" className="md-field-error">{problemText(query.error)}</p>}
    </>
  );
}

interface TileProps {
  sign: string;
  name: string;
  text: string;
  checked: boolean;
  onChoose: () => void;
}

function Tile({ sign, name, text, checked, onChoose }: TileProps) {
  return (
    <label>
      <input type="radio" name="template" checked={checked} onChange={onChoose} />
      <span aria-hidden>{sign}</span>
      <strong>{name}</strong>
      <small>{text}</small>
    </label>
  );
}
