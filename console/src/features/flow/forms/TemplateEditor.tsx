import { Variable } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariableGroup, VariableSelector } from '../model/graph';
import { choicesOf, typeIn, useForm } from './FormContext';
import { shownParts, type ShownPart } from './logic/templateText';
import { Popup } from './parts/Popup';
import { useTemplateField, useTemplateNames } from './parts/useTemplateField';
import { VariableSearch } from './parts/VariableSearch';
import { useTree, VariableTree } from './VariableTree';

interface TemplateEditorProps {
  /** In the DSL's form, references as `{{#node.variable#}}`. */
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  /** One line: Enter does nothing, and `/` is a letter. */
  isLine?: boolean;
  /** Lines that are shown at least. */
  minRows?: number;
  /** Hides the label; it is still read out. */
  hideLabel?: boolean;
  /** References that this text alone can have, by their names: `context`, `$output.note`. */
  words?: Readonly<Record<string, string>>;
  /** Stands beside the label. */
  actions?: ReactNode;
  groups?: readonly VariableGroup[];
}

const noWords: Readonly<Record<string, string>> = {};

/**
 * A text with references to variables, shown by the titles of their nodes. A real text field under a drawing of the same text: input methods,
 * undo, spelling and assistive technology work as in any field.
 */
export function TemplateEditor(props: TemplateEditorProps) {
  const { value, onChange, label, placeholder, isLine = false, minRows = 3, hideLabel = false, words = noWords, actions } = props;
  const { t } = useTranslation('flowForms');
  const { variables, lastValues, isReadOnly } = useForm();
  const id = useId();
  const groups = useMemo(() => props.groups ?? choicesOf(variables, 'before'), [props.groups, variables]);
  const known = useMemo(() => new Map(Object.entries(words)), [words]);
  const names = useTemplateNames(groups, known);
  const field = useRef<HTMLTextAreaElement>(null);
  const editor = useTemplateField(field, { value, onChange, names, isLine });
  const [anchor, setAnchor] = useState<Element | null>(null);
  const [isSearching, setSearching] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const choices = useMemo(() => withWords(groups, known, t('picker.special')), [groups, known, t]);
  const pick = (selector: VariableSelector) => {
    setSearching(false);
    editor.insert(selector[0] === '' ? selector.slice(1) : selector);
  };
  const tree = useTree({ groups: choices, query: editor.query, onPick: pick });
  const parts = shownParts(value, names);
  const broken = parts.filter(({ selector }) => selector && !typeIn(groups, selector));
  const isListed = editor.trigger !== undefined && tree.rows.length > 0;
  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isListed && tree.takeKey(event)) return;
    if (isListed && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      editor.close();
      return;
    }
    editor.keyDown(event);
  };

  // Without a line of its own for the label, the button stands in the field.
  const isInset = isLine || (hideLabel && !actions);
  const insertButton = (
    <button
      ref={setButton} type="button" className="md-icon-button" aria-label={t('template.insert', { label })}
      title={t('template.insert_help')}
      aria-expanded={isSearching} onClick={() => setSearching(!isSearching)}
    >
      <Variable size={15} />
    </button>
  );

  return (
    <div className="md-nf-template">
      <div className="md-nf-template-head">
        <label htmlFor={id} className={hideLabel ? 'md-hidden' : undefined}>{label}</label>
        {actions}
        {!isInset && insertButton}
      </div>
      <div className="md-nf-template-box" data-inset={isInset || undefined}>
        <div data-keeps-open className="md-nf-template-frame" style={{ minHeight: isLine ? undefined : minRows * 20 + 14 }}>
          <div className="md-nf-template-back" aria-hidden>
            <Drawn parts={parts} groups={groups} trigger={isListed ? editor.trigger : undefined} anchor={setAnchor} />
            {'\u200b'}
          </div>
          <textarea
            ref={field} id={id} value={editor.shown} placeholder={placeholder} rows={1} spellCheck={false} readOnly={isReadOnly}
            aria-invalid={broken.length > 0} aria-autocomplete="list" aria-controls={isListed ? tree.id : undefined}
            aria-activedescendant={isListed && tree.active ? `${tree.id}${tree.active.key}` : undefined}
            {...editor.handlers} onBlur={editor.close} onKeyDown={keyDown}
          />
        </div>
        {isInset && insertButton}
      </div>
      {broken.length > 0 && (
        <p className="md-field-error">✕ {t('template.broken', { references: broken.map(({ selector }) => selector!.join('.')).join(', ') })}</p>
      )}
      {isListed && anchor && (
        <Popup anchor={anchor} onClose={editor.close}><VariableTree tree={tree} lastValues={lastValues} /></Popup>
      )}
      {isSearching && button && (
        <Popup anchor={button} onClose={() => setSearching(false)}>
          <VariableSearch
            groups={choices} lastValues={lastValues} onPick={pick}
            onClose={() => {
              button.focus({ preventScroll: true });
              setSearching(false);
            }}
          />
        </Popup>
      )}
    </div>
  );
}

interface DrawnProps {
  parts: readonly ShownPart[];
  groups: readonly VariableGroup[];
  /** Where the list of variables hangs. */
  trigger: number | undefined;
  anchor: (element: Element | null) => void;
}

function Drawn({ parts, groups, trigger, anchor }: DrawnProps) {
  let at = 0;
  return parts.map(({ text, selector, isReference }, index) => {
    const start = at;
    at += text.length;
    if (isReference) return <mark key={index} data-broken={(selector && !typeIn(groups, selector)) || undefined}>{text}</mark>;
    if (trigger === undefined || trigger < start || trigger >= at) return <span key={index}>{text}</span>;
    return <span key={index}>{text.slice(0, trigger - start)}<span ref={anchor}>{text[trigger - start]}</span>{text.slice(trigger - start + 1)}</span>;
  });
}

// What this text alone can name stands first; an empty source says that the words are the whole reference.
function withWords(groups: readonly VariableGroup[], words: ReadonlyMap<string, string>, title: string): readonly VariableGroup[] {
  if (words.size === 0) return groups;
  const variables = [...words].map(([reference, label]) => ({ selector: ['', ...reference.split('.')], type: 'string', label }));
  return [{ source: '', nodeType: '', title, variables }, ...groups];
}
