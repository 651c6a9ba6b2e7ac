import { useTranslation } from 'react-i18next';
import { bytes } from '../format';
import type { InputField } from './appConfig';
import './GivenInputs.css';

interface GivenInputsProps {
  fields: readonly InputField[];
  inputs: Record<string, unknown> | undefined;
}

/** What was filled in when a conversation began, folded. */
export function GivenInputs({ fields, inputs }: GivenInputsProps) {
  const { t } = useTranslation('talk');
  const lines = fields.flatMap(({ variable, label, hidden, type }) => {
    const text = hidden ? '' : type === 'checkbox' ? t(inputs?.[variable] ? 'inputs.yes' : 'inputs.no') : textOf(inputs?.[variable]);
    return text === '' ? [] : [{ variable, label, text }];
  });
  if (lines.length === 0) return null;
  return (
    <details className="md-given">
      <summary>{t('inputs.given')}</summary>
      <dl>{lines.map(({ variable, label, text }) => <div key={variable}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
    </details>
  );
}

/** A filled-in value as people read it; files by their names. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).filter((text) => text !== '').join('\n');
  if (typeof value !== 'object') return String(value);
  const { name, size, url } = value as { name?: string; size?: number; url?: string };
  return name ? (size ? `${name} (${bytes(size)})` : name) : url ?? '';
}
